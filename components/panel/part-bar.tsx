import type { Part } from '../../lib/model/report.ts';
import type { Words } from '../../lib/model/words.ts';

/** Which part of a report over several pages this is, and the way to the next; parts are joined as they are opened. */
export function PartBar({ part, words }: { part: Part; words: Words }) {
  return (
    <p class="notice part">
      <span>{words.panel.part(part.number, part.count)}</span>
      {part.next !== null && /^https?:/.test(part.next) && (
        <a href={part.next} target="_blank" rel="noreferrer">
          {words.panel.nextPart}
        </a>
      )}
    </p>
  );
}
