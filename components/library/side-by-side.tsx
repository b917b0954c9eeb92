import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';
import { ComparedSentence, type Counterpart, type SentenceMarks } from './compared-sentence.tsx';

type Fate = 'same' | 'changed' | 'dropped' | 'added';

/** Sentences that answer to each other, by column. */
export interface ComparedPassage {
  spans: (Span | null)[];
  fates: (Fate | null)[];
  marks: SentenceMarks[];
}

/** One part of the reports, by column; `null`: the report has none. */
export interface ComparedPart {
  sections: (Section | null)[];
  passages: ComparedPassage[];
}

interface SideBySideProps {
  words: Words;
  labels: string[];
  texts: string[];
  parts: ComparedPart[];
  /** For each report but the first, the share of its text that is in the one before, 0..1. */
  common: number[];
  onOpen(column: number, span: Span): void;
}

/** Two or three reports in columns, part beside part and sentence beside sentence: they scroll together, being one table. */
export function SideBySide({ words, labels, texts, parts, common, onOpen }: SideBySideProps) {
  const [onlyChanges, setOnlyChanges] = useState(false);
  const { compare } = words;
  const opened = useRef(onOpen);
  opened.current = onOpen;
  // what is drawn stays as it is, whatever is drawn around it: a long report has ten thousand elements
  const drawn = useMemo((): VNode[] => [], [words, labels.join('\n'), texts, parts, onlyChanges]);
  const ready = useGrowing(parts.length);
  for (let at = drawn.length; at < Math.min(ready, parts.length); at++)
    drawn.push(
      <Part
        key={at}
        words={words}
        labels={labels}
        texts={texts}
        part={parts[at] as ComparedPart}
        onlyChanges={onlyChanges}
        onOpen={(column, span) => opened.current(column, span)}
      />,
    );
  const percent = new Intl.NumberFormat(words.htmlLang, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <div class="summary">
        <ul class="shares">
          {common.map((share, index) => (
            <li key={labels[index + 1]}>{compare.common(labels[index + 1] ?? '', percent.format(share))}</li>
          ))}
        </ul>
        <p class="legend">
          <ins>{compare.put}</ins> <del>{compare.taken}</del>
        </p>
        <label>
          <input
            type="checkbox"
            checked={onlyChanges}
            onChange={({ currentTarget }) => setOnlyChanges(currentTarget.checked)}
          />
          {compare.onlyChanges}
        </label>
      </div>
      <table class="side-by-side" data-columns={labels.length}>
        <thead>
          <tr>
            {labels.map((label, column) => (
              <th key={column} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {drawn.slice()}
      </table>
    </>
  );
}

/** Parts that are drawn at once; the others follow when the page has had its turn. */
const AT_ONCE = 4;

/** A number that grows up to `all`. */
function useGrowing(all: number): number {
  const [count, setCount] = useState(AT_ONCE);
  useEffect(() => {
    if (count >= all) return;
    const timer = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(timer);
  }, [count, all]);
  return count;
}

const NO_MARKS: SentenceMarks = { put: [], taken: [], counterparts: [] };

type PartProps = Pick<SideBySideProps, 'words' | 'labels' | 'texts' | 'onOpen'> & {
  part: ComparedPart;
  onlyChanges: boolean;
};

function Part({ words, labels, texts, part, onlyChanges, onOpen }: PartProps) {
  const { compare } = words;
  const { sections, passages } = part;
  const shown = onlyChanges
    ? passages.filter(({ fates }) => fates.some((fate) => fate !== null && fate !== 'same'))
    : passages;
  const button = (column: number, { figure, column: from, span, was }: Counterpart) => {
    const inReport = compare.wasIn(labels[from] ?? '', was);
    return (
      <button
        key={`was ${figure.start}`}
        type="button"
        class="was"
        title={inReport}
        onClick={() => onOpen(from, span)}
      >
        {column - from > 1 ? inReport : compare.was(was)}
      </button>
    );
  };
  const title = (section: Section | null, column: number) => {
    if (section) return titleOf(section);
    return column > 0 && sections[column - 1] ? compare.dropped : '—';
  };
  return (
    <tbody>
      <tr class="part" data-depth={sections.find((section) => section !== null)?.depth}>
        {sections.map((section, column) => (
          <th key={column} scope="colgroup" data-empty={section === null}>
            {title(section, column)}
          </th>
        ))}
      </tr>
      {shown.map(({ spans, fates, marks }, index) => (
        <tr key={index}>
          {spans.map((span, column) => {
            // of a part that isn't there it is said once, at its head
            const fate = sections[column] ? (fates[column] ?? null) : null;
            return (
              <td key={column} data-fate={fate ?? (span ? 'first' : 'none')}>
                {fate !== null && fate !== 'same' && <small class="fate">{compare.fates[fate]}</small>}
                {span && (
                  <>
                    <ComparedSentence
                      text={texts[column] ?? ''}
                      span={span}
                      marks={marks[column] ?? NO_MARKS}
                      button={(counterpart) => button(column, counterpart)}
                    />
                    <button
                      type="button"
                      class="to-passage"
                      aria-label={compare.openPassage}
                      title={compare.openPassage}
                      onClick={() => onOpen(column, span)}
                    >
                      ↗
                    </button>
                  </>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** With its number as reports of its depth write it: 一、 （一） 1. */
function titleOf({ number, depth, title }: Section): string {
  if (number === null) return title;
  if (depth === 2) return `（${number}）${title}`;
  return depth === 1 ? `${number}、${title}` : `${number}. ${title}`;
}
