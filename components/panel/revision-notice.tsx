import type { Revision } from '../../lib/model/difference.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';
import { Difference } from '../difference.tsx';

interface RevisionNoticeProps {
  revision: Revision;
  words: Words;
  onReveal(span: Span): void;
}

/** The page isn't what it was: since when, in how many places, and each of them; changed numbers first. */
export function RevisionNotice({ revision, words, onReveal }: RevisionNoticeProps) {
  const { since, count, changes } = revision;
  const numeric = changes.filter(({ isNumeric }) => isNumeric);
  const others = changes.filter(({ isNumeric }) => !isNumeric);
  const date = new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'medium' }).format(new Date(since));
  return (
    <details class="notice revision">
      <summary>{words.panel.revised(date, count, numeric.length)}</summary>
      <ul>
        {[...numeric, ...others].map((change) => (
          <li key={change.at.start} data-numeric={change.isNumeric}>
            <button type="button" onClick={() => onReveal(change.at)}>
              <Difference pieces={change.pieces} />
            </button>
          </li>
        ))}
      </ul>
      {count > changes.length && <p>{words.panel.moreChanges(count - changes.length)}</p>}
    </details>
  );
}
