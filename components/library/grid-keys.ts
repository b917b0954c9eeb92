const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from the button of one cell to that of the next cell that has one, in its row or its column. */
export function onGridKey(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const target = event.target as HTMLElement;
  const cell = target.closest('td, th');
  if (!step || !cell || !target.matches('button, summary')) return;
  const next = step[0] === 0 ? sideways(cell, step[1]) : upright(cell, step[0]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function buttonIn(cell: Element | null | undefined): HTMLElement | null {
  return cell?.querySelector<HTMLElement>('button, summary') ?? null;
}

function sideways(cell: Element, step: number): HTMLElement | null {
  for (let next: Element | null = cell; next; ) {
    next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    const button = buttonIn(next);
    if (button) return button;
  }
  return null;
}

function upright(cell: Element, step: number): HTMLElement | null {
  const table = cell.closest('table');
  const row = cell.closest('tr');
  if (!table || !row) return null;
  const rows = [...table.rows];
  const place = [...row.cells].indexOf(cell as HTMLTableCellElement);
  for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
    const button = buttonIn(rows[at]?.cells[place]);
    if (button) return button;
  }
  return null;
}
