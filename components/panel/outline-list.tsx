import type { Finding } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';

interface OutlineListProps {
  words: Words;
  outline: Section[];
  findings: Finding[];
  onReveal(span: Span): void;
}

/** The headings of the report with how many findings each part holds. */
export function OutlineList({ words, outline, findings, onReveal }: OutlineListProps) {
  const headings = outline.filter(({ depth }) => depth < 3);
  if (headings.length === 0) return <p class="empty">{words.panel.noOutline}</p>;
  return (
    <ol class="rows outline">
      {headings.map((section) => (
        <li key={section.start} data-depth={section.depth}>
          <button type="button" onClick={() => onReveal({ start: section.start, end: section.end })}>
            <span class="quote">
              {section.number !== null && <span class="number">{section.number}</span>}
              {section.title}
            </span>
            {section.depth === 1 && <span class="role">{words.roles[section.role]}</span>}
            <span class="count">
              {words.panel.findingCount(
                findings.filter(({ start }) => start >= section.start && start < section.bodyEnd).length,
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
