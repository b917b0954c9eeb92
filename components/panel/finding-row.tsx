import type { Correction } from '../../lib/model/correction.ts';
import { oneLine, shownQuote } from '../../lib/model/line-ends.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';

interface FindingRowProps {
  words: Words;
  finding: Finding;
  /** Name of its topic, where it has one. */
  topic: string | undefined;
  onReveal(id: string): void;
}

/** One finding: what sort it is, its words, and what the reader said of it. */
export function FindingRow({ words, finding, topic, onReveal }: FindingRowProps) {
  return (
    <button type="button" onClick={() => onReveal(finding.id)}>
      <span class="category" data-category={finding.category}>
        {words.categories[finding.category]}
      </span>
      <FindingText {...finding} />
      {(topic !== undefined || finding.verdict) && (
        <span class="facets">
          {topic !== undefined && <span class="topic">{topic}</span>}
          {finding.verdict && (
            <span class="verdict" data-verdict={finding.verdict}>
              {words.panel.verdicts[finding.verdict]}
            </span>
          )}
        </span>
      )}
    </button>
  );
}

interface DismissedRowProps {
  words: Words;
  /** Id of the annotation that says so. */
  id: string;
  correction: Correction;
  onReveal(id: string): void;
  onBringBack(id: string): void;
}

/** A finding that the reader dismissed, with the way back. */
export function DismissedRow({ words, id, correction, onReveal, onBringBack }: DismissedRowProps) {
  const { finding } = correction;
  return (
    <>
      <button type="button" onClick={() => onReveal(id)}>
        <span class="category" data-category={finding.category}>
          {words.categories[finding.category]}
        </span>
        <FindingText {...finding} />
        <span class="facets">
          <span class="verdict" data-verdict="dismissed">
            {words.panel.verdicts.dismissed}
          </span>
        </span>
      </button>
      <p class="actions">
        <button type="button" class="button quiet" onClick={() => onBringBack(id)}>
          {words.panel.bringBack}
        </button>
      </p>
    </>
  );
}

function FindingText({ quote, figure }: Pick<Finding, 'quote' | 'figure'>) {
  if (!figure) return <span class="quote">{shownQuote(quote)}</span>;
  return (
    <span class="quote">
      {figure.indicator && <span class="indicator">{figure.indicator}</span>}
      <strong>{oneLine(quote)}</strong>
    </span>
  );
}
