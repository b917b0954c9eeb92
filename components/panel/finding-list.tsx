import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';

interface FindingListProps {
  words: Words;
  findings: Finding[];
  /** Id of the finding whose mark was chosen on the page. */
  chosen: string | null;
  onReveal(id: string): void;
}

const CATEGORIES = ['shortcoming', 'measure', 'figure'] as const;
type Filter = (typeof CATEGORIES)[number] | null;

/** All findings in the order of the text, or those of one category. */
export function FindingList({ words, findings, chosen, onReveal }: FindingListProps) {
  const [filter, setFilter] = useState<Filter>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = filter === null ? findings : findings.filter(({ category }) => category === filter);
  useEffect(() => {
    const row = chosen && list.current?.querySelector(`[data-finding="${CSS.escape(chosen)}"]`);
    if (row) row.scrollIntoView({ block: 'center' });
  }, [chosen]);

  return (
    <>
      <div class="filters" role="group" aria-label={words.panel.findings}>
        {[null, ...CATEGORIES].map((category) => (
          <button
            key={category}
            type="button"
            class="chip"
            data-category={category}
            aria-pressed={filter === category}
            onClick={() => setFilter(category)}
          >
            {category === null ? words.panel.all : words.categories[category]}
            <span>
              {category === null
                ? findings.length
                : findings.filter((finding) => finding.category === category).length}
            </span>
          </button>
        ))}
      </div>
      {shown.length === 0 && <p class="empty">{words.panel.noFindings}</p>}
      <ul class="rows" ref={list}>
        {shown.map((finding) => (
          <li key={finding.id} data-finding={finding.id} class={finding.id === chosen ? 'chosen' : ''}>
            <button type="button" onClick={() => onReveal(finding.id)}>
              <span class="category" data-category={finding.category}>
                {words.categories[finding.category]}
              </span>
              <FindingText finding={finding} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function FindingText({ finding }: { finding: Finding }) {
  if (!finding.figure) return <span class="quote">{finding.quote}</span>;
  return (
    <span class="quote">
      {finding.figure.indicator && <span class="indicator">{finding.figure.indicator}</span>}
      <strong>{finding.quote}</strong>
    </span>
  );
}
