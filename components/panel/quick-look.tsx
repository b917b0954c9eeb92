import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';

export interface QuickLookProps {
  words: Words;
  /** What is drawn: where each finding or note begins, by category. */
  places: { category: MarkCategory; start: number }[];
  outline: Section[];
  textLength: number;
  /** How many of the measures carry a number. */
  backing: { measures: number; withFigure: number };
  inView: Span | null;
}

const LANES = ['measure', 'figure', 'shortcoming', 'note'] as const;
/** Columns into which the length of a report is divided. */
const COLUMNS = 60;
const HEIGHT = 12;
/** What a column takes of its place. */
const WIDTH = 0.75;
/** What a column with one is high, and with each more. */
const ONE = 5;
const MORE = 2;

/** Where in the report its measures, figures, shortcomings and the reader's notes lie: one lane for each. */
export function QuickLook({ words, places, outline, textLength, backing, inView }: QuickLookProps) {
  const { panel, categories } = words;
  const at = (offset: number) => (COLUMNS * offset) / Math.max(1, textLength);
  const parts = outline.filter(({ depth }) => depth === 1);
  const percent = new Intl.NumberFormat(words.htmlLang, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <figure class="quick-look" aria-label={panel.quickLook}>
      {LANES.map((lane) => {
        const starts = places.filter(({ category }) => category === lane).map(({ start }) => start);
        const description = describe(starts, parts, words);
        return (
          <div key={lane} class="lane" data-category={lane}>
            <span class="category" data-category={lane}>
              {categories[lane]}
            </span>
            <span class="count">{starts.length}</span>
            <svg
              role="img"
              aria-label={`${categories[lane]}: ${description}`}
              viewBox={`0 0 ${COLUMNS} ${HEIGHT}`}
              preserveAspectRatio="none"
              height={HEIGHT}
            >
              <title>{description}</title>
              <path class="part" d={parts.map(({ start }) => `M${at(start)} 0v${HEIGHT}`).join('')} />
              {inView && (
                <rect
                  class="window"
                  x={at(inView.start)}
                  width={at(inView.end) - at(inView.start)}
                  height={HEIGHT}
                />
              )}
              <path class="column" d={outlineOf(columnsOf(starts, textLength))} />
            </svg>
          </div>
        );
      })}
      {backing.measures > 0 && (
        <figcaption>
          {panel.backing(
            backing.measures,
            backing.withFigure,
            percent.format(backing.withFigure / backing.measures),
          )}
        </figcaption>
      )}
    </figure>
  );
}

function columnsOf(starts: readonly number[], textLength: number): number[] {
  const columns = new Array<number>(COLUMNS).fill(0);
  for (const start of starts) {
    const column = Math.min(COLUMNS - 1, Math.floor((start / Math.max(1, textLength)) * COLUMNS));
    columns[column] = (columns[column] ?? 0) + 1;
  }
  return columns;
}

/** All columns of a lane as one path. */
function outlineOf(columns: readonly number[]): string {
  return columns
    .map((count, column) => {
      const height = Math.min(HEIGHT, ONE + (count - 1) * MORE);
      return count > 0 ? `M${column} ${HEIGHT}v${-height}h${WIDTH}v${height}z` : '';
    })
    .join('');
}

/** The same in words: how many stand in each part of the report, or how many there are where it has none. */
function describe(starts: readonly number[], parts: readonly Section[], { panel }: Words): string {
  const told = parts.flatMap(({ title, start, bodyEnd }) => {
    const count = starts.filter((at) => at >= start && at < bodyEnd).length;
    return count > 0 ? [panel.inPart(title, count)] : [];
  });
  return told.length > 0 ? told.join(panel.separator) : panel.findingCount(starts.length);
}
