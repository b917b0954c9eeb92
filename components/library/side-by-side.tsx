import { useState } from 'preact/hooks';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';
import { type ColumnMarks, ComparedSentence } from './compared-sentence.tsx';

type Fate = 'same' | 'changed' | 'dropped' | 'added';

/** One part of the reports, by column; `null`: the report has none. */
export interface ComparedPart {
  sections: (Section | null)[];
  passages: { spans: (Span | null)[]; fates: (Fate | null)[] }[];
}

interface SideBySideProps {
  words: Words;
  labels: string[];
  texts: string[];
  parts: ComparedPart[];
  /** By column. */
  marks: ColumnMarks[];
  /** For each report but the first, the share of its text that is in the one before, 0..1. */
  common: number[];
  onOpen(column: number, span: Span): void;
}

/** Two or three reports in columns, part beside part and sentence beside sentence: they scroll together, being one table. */
export function SideBySide({ words, labels, texts, parts, marks, common, onOpen }: SideBySideProps) {
  const [onlyChanges, setOnlyChanges] = useState(false);
  const { compare } = words;
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
        {parts.map((part, index) => (
          <Part
            key={index}
            words={words}
            labels={labels}
            texts={texts}
            marks={marks}
            part={part}
            onlyChanges={onlyChanges}
            onOpen={onOpen}
          />
        ))}
      </table>
    </>
  );
}

const NO_MARKS: ColumnMarks = { put: [], taken: [], counterparts: [] };

type PartProps = Pick<SideBySideProps, 'words' | 'labels' | 'texts' | 'marks' | 'onOpen'> & {
  part: ComparedPart;
  onlyChanges: boolean;
};

function Part({ words, labels, texts, marks, part, onlyChanges, onOpen }: PartProps) {
  const { compare } = words;
  const { sections, passages } = part;
  const shown = onlyChanges
    ? passages.filter(({ fates }) => fates.some((fate) => fate !== null && fate !== 'same'))
    : passages;
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
      {shown.map(({ spans, fates }, index) => (
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
                      shown={({ figure, column: other, span: there, written }) => (
                        <button
                          key={`was ${figure.start}`}
                          type="button"
                          class="was"
                          title={compare.wasIn(labels[other] ?? '', written)}
                          onClick={() => onOpen(other, there)}
                        >
                          {compare.was(written)}
                        </button>
                      )}
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
