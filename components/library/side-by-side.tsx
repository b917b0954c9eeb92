import { useState } from 'preact/hooks';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';

type Fate = 'same' | 'changed' | 'dropped' | 'added';

export interface ComparedPart {
  earlier: Section | null;
  later: Section | null;
  passages: { fate: Fate; earlier: Span | null; later: Span | null }[];
}

interface SideBySideProps {
  words: Words;
  labels: [string, string];
  texts: [string, string];
  parts: ComparedPart[];
  /** Share of the later text that is in the earlier one, 0..1. */
  common: number;
}

/** Two reports in two columns, part beside part and sentence beside sentence: they scroll together, being one table. */
export function SideBySide({ words, labels, texts, parts, common }: SideBySideProps) {
  const [onlyChanges, setOnlyChanges] = useState(false);
  const { compare } = words;
  const percent = new Intl.NumberFormat(words.htmlLang, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <p class="summary">
        {compare.common(percent.format(common))}
        <label>
          <input
            type="checkbox"
            checked={onlyChanges}
            onChange={({ currentTarget }) => setOnlyChanges(currentTarget.checked)}
          />
          {compare.onlyChanges}
        </label>
      </p>
      <table class="side-by-side">
        <thead>
          <tr>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part, index) => (
          <Part
            key={`${part.earlier?.start}-${part.later?.start}-${index}`}
            words={words}
            texts={texts}
            part={part}
            onlyChanges={onlyChanges}
          />
        ))}
      </table>
    </>
  );
}

function Part({
  words,
  texts,
  part,
  onlyChanges,
}: Pick<SideBySideProps, 'words' | 'texts'> & { part: ComparedPart; onlyChanges: boolean }) {
  const shown = onlyChanges ? part.passages.filter(({ fate }) => fate !== 'same') : part.passages;
  const title = (section: Section | null) =>
    section ? `${section.number ?? ''} ${section.title}`.trim() : null;
  return (
    <tbody>
      <tr class="part" data-depth={part.later?.depth ?? part.earlier?.depth}>
        <th scope="colgroup">{title(part.earlier) ?? '—'}</th>
        <th scope="colgroup">{title(part.later) ?? words.compare.dropped}</th>
      </tr>
      {shown.map(({ fate, earlier, later }) => (
        <tr key={`${earlier?.start}-${later?.start}`} data-fate={fate}>
          <td>{earlier && texts[0].slice(earlier.start, earlier.end)}</td>
          <td>
            {fate !== 'same' && <small class="fate">{words.compare.fates[fate]}</small>}
            {later && texts[1].slice(later.start, later.end)}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
