import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SentenceMarks } from '../../../components/library/compared-sentence.tsx';
import { type ComparedPart, SideBySide } from '../../../components/library/side-by-side.tsx';
import { zh } from '../../../lib/messages/zh.ts';
import type { Span } from '../../../lib/model/span.ts';
import '../../../components/tokens.css';
import '../../../components/base.css';
import '../../../components/library/library.css';
import '../../../components/library/side-by-side.css';

const host = document.createElement('div');
host.className = 'library';
document.body.append(host);
afterEach(() => render(null, host));

const NONE: SentenceMarks = { put: [], taken: [], counterparts: [] };
const SENTENCES = [
  '全年办理案件86件，均已结案。',
  '全年办结案件97件，均已结案。',
  '全年办结案件（含旧存）99件，均已结案。',
];
const whole = (text: string): Span => ({ start: 0, end: text.length });
const at = (column: number, words: string): Span => {
  const start = SENTENCES[column]?.indexOf(words) ?? -1;
  return { start, end: start + words.length };
};
const labels = ['甲局 2022年', '甲局 2023年', '甲局 2024年'];

function show(texts: string[], parts: ComparedPart[], onOpen = (_: number, __: Span) => {}) {
  const common = texts.slice(1).map(() => 0.5);
  render(
    <SideBySide
      words={zh}
      labels={labels.slice(0, texts.length)}
      texts={texts}
      parts={parts}
      common={common}
      onOpen={onOpen}
    />,
    host,
  );
}
/** A cell with `[taken]`, `{put}` and `<button>` told apart. */
function written(cell: Element): string {
  return [...cell.childNodes]
    .map((node): string => {
      if (!(node instanceof Element)) return node.textContent ?? '';
      const inner = written(node);
      if (node.matches('ins')) return `{${inner}}`;
      if (node.matches('del')) return `[${inner}]`;
      return node.matches('.was') ? `<${inner}>` : '';
    })
    .join('');
}
const cells = () => [...host.querySelectorAll('tbody td')].map(written);

describe('three sentences beside each other', () => {
  const marks: SentenceMarks[] = [
    { ...NONE, taken: [at(0, '理'), at(0, '86')] },
    {
      put: [at(1, '结案件97').start, at(1, '97').start].map((start, index) => ({
        start,
        end: start + index + 1,
      })),
      taken: [at(1, '97')],
      counterparts: [{ figure: at(1, '97件'), column: 0, span: at(0, '86件'), was: '86件' }],
    },
    {
      put: [at(2, '（含旧存）99')],
      taken: [],
      counterparts: [{ figure: at(2, '99件'), column: 0, span: at(0, '86件'), was: '86件' }],
    },
  ];
  const parts: ComparedPart[] = [
    { sections: [], passages: [{ spans: SENTENCES.map(whole), fates: [null, 'changed', 'changed'], marks }] },
  ];

  test('the words that differ are marked, and a figure has what it was behind it and its comma', () => {
    show(SENTENCES, parts);
    expect(cells()).toEqual([
      '全年办[理]案件[86]件，均已结案。',
      `全年办{结}案件{[97]}件，<${zh.compare.was('86件')}>均已结案。`,
      `全年办结案件{（含旧存）99}件，<${zh.compare.wasIn(labels[0] ?? '', '86件')}>均已结案。`,
    ]);
  });

  test('what it was leads to where it stands', () => {
    const onOpen = vi.fn();
    show(SENTENCES, parts, onOpen);
    host.querySelectorAll<HTMLButtonElement>('.was')[1]?.click();
    expect(onOpen.mock.calls).toEqual([[0, at(0, '86件')]]);
  });

  test('in narrow columns nothing stands out of its cell', () => {
    host.style.width = '300px';
    const long = parts.map((part) => ({
      ...part,
      passages: part.passages.map((passage) => ({
        ...passage,
        marks: marks.map((each) => ({
          ...each,
          counterparts: each.counterparts.map((one) => ({
            ...one,
            was: '由法定的20个工作日压缩至12个工作日以内',
          })),
        })),
      })),
    }));
    show(SENTENCES, long);
    const buttons = [...host.querySelectorAll('.was')];
    expect(buttons).toHaveLength(2);
    for (const button of buttons) {
      const cell = button.closest('td')?.getBoundingClientRect();
      expect(button.getBoundingClientRect().right).toBeLessThanOrEqual((cell?.right ?? 0) + 1);
      expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
    }
    host.style.width = '';
  });
});

test('many parts are drawn by and by, what is drawn stays, and a switch draws them anew', async () => {
  const text = '开展夜间巡查。';
  const passage = { spans: [whole(text), whole(text)], fates: [null, 'same' as const], marks: [NONE, NONE] };
  const parts = Array.from({ length: 30 }, (): ComparedPart => ({ sections: [], passages: [passage] }));
  show([text, text], parts);
  const first = host.querySelector('tbody');
  expect(host.querySelectorAll('tbody').length).toBeLessThan(30);
  await vi.waitFor(() => expect(host.querySelectorAll('tbody')).toHaveLength(30));
  expect(host.querySelector('tbody')).toBe(first);
  expect(cells()).toEqual(Array.from({ length: 60 }, () => text));
  host.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  await vi.waitFor(() => expect(cells()).toEqual([]));
  expect(host.querySelectorAll('tbody')).toHaveLength(30);
});
