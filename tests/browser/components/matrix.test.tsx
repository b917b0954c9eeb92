import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Matrix } from '../../../entrypoints/library/views/matrix-view.tsx';
import { zh } from '../../../lib/messages/zh.ts';
import type { ShelfEntry } from '../../../lib/model/library.ts';

const host = document.createElement('div');
document.body.append(host);
afterEach(() => render(null, host));

const report: ShelfEntry = {
  ...{ id: 'a', address: 'file:///a.html', url: 'file:///a.html', created: '', projectIds: [] },
  facts: {
    ...{ title: null, kind: null, issuer: '甲局', level: null, year: 2023, published: null },
    region: { province: null, city: null, county: null },
  },
};

test.each([
  [true, '0', false],
  [false, '·', true],
])(
  'what is counted (%s) or not counted yet is told apart, and only the former is taken away',
  (isCurrent, none, off) => {
    const given = { words: zh, label: '编码', reports: [report], columns: [{ id: 'x', name: '行政执法' }] };
    render(
      <Matrix
        {...given}
        name="codings"
        isCurrent={isCurrent}
        counts={[]}
        none="0"
        onOpen={() => undefined}
      />,
      host,
    );
    expect(host.querySelector('tbody td')?.textContent).toBe(none);
    const buttons = [...host.querySelectorAll<HTMLButtonElement>('.actions button')];
    expect(buttons.map(({ disabled }) => disabled)).toEqual([off, off]);
  },
);
