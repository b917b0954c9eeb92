import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VirtualList } from '../../../components/virtual-list.tsx';

const COUNT = 5_000;
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  scrollTo(0, 0);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function show(more: Partial<Parameters<typeof VirtualList>[0]> = {}): void {
  render(
    <VirtualList
      label="list"
      count={COUNT}
      keyOf={String}
      rowOf={(index) => ({
        attributes: { 'data-row': String(index) },
        // rows of different heights
        content: (
          <button type="button" style={{ display: 'block', height: 30 + (index % 5) * 20 }}>
            {index}
          </button>
        ),
      })}
      wanted={null}
      {...more}
    />,
    root,
  );
}

const rows = () => [...root.querySelectorAll<HTMLElement>('li')];
const inSight = () =>
  rows()
    .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
    .map((row) => Number(row.dataset.row));

test('of thousands of rows only those near the window are in the document, and each says which it is', async () => {
  show();
  await vi.waitFor(() => expect(inSight()[0]).toBe(0));
  expect(rows().length).toBeLessThan(400);
  expect(root.scrollHeight).toBeGreaterThan(COUNT * 30);
  expect(rows()[2]?.getAttribute('aria-posinset')).toBe('3');
  expect(rows()[2]?.getAttribute('aria-setsize')).toBe(String(COUNT));
});

test('a wanted row far away is brought to the middle of the window', async () => {
  show();
  show({ wanted: { first: 4_321, last: 4_321, align: 'center' } });
  await vi.waitFor(() => {
    const box = root.querySelector('[data-row="4321"]')?.getBoundingClientRect();
    expect(Math.abs((box?.top ?? 1e9) - innerHeight / 2)).toBeLessThan(innerHeight / 3);
  });
  expect(rows().length).toBeLessThan(400);
});

test('rows that are all in sight stay where they are; else the first comes to the top', async () => {
  show();
  await vi.waitFor(() => expect(inSight()[0]).toBe(0));
  const [, second = 0, third = 0] = inSight();
  scrollTo(0, 0);
  root.style.marginTop = '120px';
  show({ wanted: { first: second, last: third, align: 'start' } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(scrollY).toBe(0);
  show({ wanted: { first: 40, last: 60, align: 'start' } });
  await vi.waitFor(() => {
    const top = root.querySelector('[data-row="40"]')?.getBoundingClientRect().top ?? 1e9;
    expect(Math.abs(top - 92)).toBeLessThan(3);
  });
});

test('wherever the window is scrolled to, rows stand there without a gap', async () => {
  show();
  for (const share of [0.3, 0.9, 0.1]) {
    scrollTo(0, share * document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(inSight().length).toBeGreaterThan(2));
    const seen = inSight();
    expect(seen.at(-1)).toBe((seen[0] ?? 0) + seen.length - 1);
  }
});

test('arrow keys go from row to row', async () => {
  show();
  root.querySelector('button')?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('1');
});
