import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';

interface OutlineListProps {
  words: Words;
  outline: Section[];
  findings: Finding[];
  /** The stretch of the text that stands in the page's window. */
  inView: Span | null;
  onReveal(span: Span): void;
}

const CATEGORIES = ['measure', 'figure', 'shortcoming'] as const;

/** The headings of the report with how many findings of each sort a part holds, and which of them is being read. */
export function OutlineList({ words, outline, findings, inView, onReveal }: OutlineListProps) {
  const list = useRef<HTMLOListElement>(null);
  const headings = useMemo(() => outline.filter(({ depth }) => depth < 3), [outline]);
  const counts = useMemo(() => headings.map((section) => countsIn(section, findings)), [headings, findings]);
  // the deepest heading that the top of the window is under; before the first, that one once it is in sight
  const current =
    inView &&
    (headings.findLast(({ start }) => start <= inView.start) ??
      headings.find(({ start }) => start < inView.end));
  useEffect(() => {
    if (document.documentElement.matches(':hover')) return;
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (headings.length === 0) return <p class="empty">{words.panel.noOutline}</p>;
  return (
    <ol class="rows outline" ref={list}>
      {headings.map((section, index) => (
        <li
          key={section.start}
          data-depth={section.depth}
          aria-current={section === current ? 'location' : undefined}
          class={section === current ? 'in-view' : ''}
        >
          <button type="button" onClick={() => onReveal({ start: section.start, end: section.end })}>
            <span class="quote">
              {section.number !== null && <span class="number">{section.number}</span>}
              {section.title}
            </span>
            {section.depth === 1 && <span class="role">{words.roles[section.role]}</span>}
            <span class="counts">
              {CATEGORIES.map((category) => {
                const count = counts[index]?.[category] ?? 0;
                return (
                  count > 0 && (
                    <span key={category} class="category" data-category={category}>
                      {words.categories[category]} {count}
                    </span>
                  )
                );
              })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function countsIn({ start, bodyEnd }: Section, findings: readonly Finding[]) {
  const counts: Partial<Record<Finding['category'], number>> = {};
  for (const finding of findings) {
    if (finding.start < start || finding.start >= bodyEnd) continue;
    counts[finding.category] = (counts[finding.category] ?? 0) + 1;
  }
  return counts;
}
