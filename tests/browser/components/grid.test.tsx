import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import '../../../components/library/grid.css';
import { Grid } from '../../../components/library/grid.tsx';

const host = document.createElement('div');
document.body.append(host);
afterEach(() => render(null, host));

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));

/** A table of so many rows and columns; every fourth cell is empty. Drawn with what is near its box. */
async function drawn(rows: number, columns: number, arrangement: unknown = null, room = 900) {
  render(
    <div class="library" style={{ width: `${room}px` }}>
      <Grid
        label="指标"
        kind="indicators"
        corner="指标"
        nameWidth={200}
        columns={Array.from({ length: columns }, (_, at) => ({
          key: String(at),
          head: `列${at}`,
          width: 100,
        }))}
        count={rows}
        arrangement={arrangement}
        data={rows}
        keyOf={String}
        rowAt={(row) => ({ name: `行${row}` })}
        cellAt={(row, column) =>
          (row + column) % 4 !== 3 && <button type="button">{`${row}/${column}`}</button>
        }
      />
    </div>,
    host,
  );
  await frame();
  const box = host.querySelector<HTMLElement>('.grid-box');
  if (!box) throw new Error('nothing was drawn');
  return box;
}
const buttonAt = (row: number, column: number) =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === `${row}/${column}`);

describe('a table that scrolls in a box', () => {
  test('of a large one only the cells near the box are in the document', async () => {
    const box = await drawn(2_000, 300);
    expect(host.querySelectorAll('td').length).toBeLessThan(1_500);
    expect(buttonAt(0, 0)).toBeDefined();
    expect(buttonAt(1_000, 150)).toBeUndefined();
    const table = host.querySelector('table');
    expect([table?.ariaRowCount, table?.ariaColCount]).toEqual(['2001', '301']);
    // the box is as large as if all were there
    expect(box.scrollWidth).toBe(200 + 300 * 100);
    expect(box.scrollHeight).toBeGreaterThan(2_000 * 30);
  });

  test('what is scrolled to is drawn, under its own head and beside its own name', async () => {
    const box = await drawn(2_000, 300);
    box.scrollTo({ left: 15_000, top: 40_000 });
    await frame();
    await frame();
    const [left, top] = [box.getBoundingClientRect().left + 350, box.getBoundingClientRect().top + 150];
    const cell = document.elementFromPoint(left, top)?.closest('td');
    const row = cell?.closest('tr');
    const column = Number(cell?.ariaColIndex) - 2;
    const head = host.querySelector(`thead th[aria-colindex="${column + 2}"]`);
    expect(head?.textContent).toBe(`列${column}`);
    expect(
      Math.abs((head?.getBoundingClientRect().left ?? 0) - (cell?.getBoundingClientRect().left ?? 1)),
    ).toBeLessThan(1);
    expect(row?.querySelector('th')?.textContent).toBe(`行${Number(row?.ariaRowIndex) - 2}`);
    const text = cell?.textContent ?? '';
    expect(['', `${Number(row?.ariaRowIndex) - 2}/${column}`]).toContain(text);
  });

  test('head and names stand fast', async () => {
    const box = await drawn(2_000, 300);
    box.scrollTo({ left: 5_000, top: 5_000 });
    await frame();
    const { left, top } = box.getBoundingClientRect();
    const corner = document.elementFromPoint(left + 20, top + 12)?.closest('th');
    expect(corner?.textContent).toBe('指标');
    expect(document.elementFromPoint(left + 20, top + 200)?.closest('th')?.scope).toBe('row');
    expect(document.elementFromPoint(left + 400, top + 12)?.closest('th')?.scope).toBe('col');
  });

  test('a small one is there as a whole, so that the browser finds everything in it', async () => {
    await drawn(100, 6);
    expect(host.querySelectorAll('tbody tr').length).toBe(100);
    expect(buttonAt(98, 0)).toBeDefined();
  });

  test('arrow keys go to the next cell that has something, in the row and in the column', async () => {
    await drawn(20, 6);
    buttonAt(0, 2)?.focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    const places = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp'].map((key) => {
      press(key);
      return document.activeElement?.textContent;
    });
    // 0/3, 3/4 and 2/1 are empty
    expect(places).toEqual(['0/4', '1/4', '2/4', '2/3', '1/3']);
  });

  test('rows in another order begin at the first; more of the same don’t', async () => {
    const box = await drawn(2_000, 300, 'name');
    box.scrollTop = 4_000;
    await frame();
    await drawn(2_000, 300, 'name');
    // rows that are measured for the first time may move it a little
    expect(box.scrollTop).toBeGreaterThan(3_500);
    await drawn(2_000, 300, 'count');
    expect(box.scrollTop).toBe(0);
  });

  test.each([
    ['few', 20, 3],
    ['many', 2_000, 300],
  ])('in a narrow box the names leave room for figures, of %s cells', async (_, rows, columns) => {
    const widthOfNames = () => host.querySelector('tbody th')?.getBoundingClientRect().width ?? 0;
    await drawn(rows, columns, null, 900);
    expect(widthOfNames()).toBeGreaterThanOrEqual(200);
    const box = await drawn(rows, columns, null, 380);
    await frame();
    expect(widthOfNames() / box.clientWidth).toBeLessThan(0.41);
    expect(widthOfNames() / box.clientWidth).toBeGreaterThan(0.35);
    // what is out of sight still takes the room that it would, and a cell that takes the focus isn't under the names
    expect(box.scrollWidth).toBe(Math.round(widthOfNames()) + columns * 100);
    expect(Number.parseInt(box.style.scrollPaddingLeft, 10)).toBeGreaterThanOrEqual(widthOfNames());
    expect(Number.parseInt(box.style.scrollPaddingLeft, 10)).toBeLessThan(200);
  });
});
