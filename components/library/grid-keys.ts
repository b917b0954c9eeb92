const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from button to button: up and down within a cell, then to the next cell in row or column that has one. */
export function onGridKey(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const target = event.target as HTMLElement;
  const cell = target.closest('td, th');
  if (!step || !cell || !target.matches('button, summary')) return;
  const next =
    step[0] === 0 ? sideways(cell, step[1]) : (within(cell, target, step[0]) ?? upright(cell, step[0]));
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The buttons of a cell that tell of reports, one for each; else the first thing to press. */
function buttonsIn(cell: Element | null | undefined): HTMLElement[] {
  const reports = [...(cell?.querySelectorAll<HTMLElement>('.cell') ?? [])];
  if (reports.length > 0) return reports;
  const first = cell?.querySelector<HTMLElement>('button, summary');
  return first ? [first] : [];
}

function within(cell: Element, from: HTMLElement, step: number): HTMLElement | null {
  const buttons = buttonsIn(cell);
  const at = buttons.indexOf(from);
  return (at < 0 ? undefined : buttons[at + step]) ?? null;
}

function sideways(cell: Element, step: number): HTMLElement | null {
  for (let next: Element | null = cell; next; ) {
    next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    const [button] = buttonsIn(next);
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
    const button = buttonsIn(rows[at]?.cells[place]).at(step > 0 ? 0 : -1);
    if (button) return button;
  }
  return null;
}
