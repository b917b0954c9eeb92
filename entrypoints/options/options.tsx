import { useEffect, useState } from 'preact/hooks';
import '../../components/options/options.css';
import type { Words } from '../../lib/model/words.ts';
import { CodebookPage } from './codebook-page.tsx';
import { General } from './general.tsx';

/** Parts of the page by their own addresses, `options.html#codebook`; the first is shown without one. */
const PARTS = ['general', 'codebook'] as const;

function partIn(hash: string) {
  return PARTS.find((part) => hash === `#${part}`) ?? PARTS[0];
}

/** The extension's settings, and the reader's codebook. */
export function Options({ words }: { words: Words }) {
  const [shown, setShown] = useState(partIn(location.hash));
  useEffect(() => {
    const onHashChange = () => setShown(partIn(location.hash));
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);
  const labels = { general: words.options.general, codebook: words.codebook.label };
  return (
    <>
      <nav class="parts" aria-label={words.options.label}>
        {PARTS.map((part) => (
          <a key={part} href={`#${part}`} aria-current={part === shown ? 'page' : undefined}>
            {labels[part]}
          </a>
        ))}
      </nav>
      <main class="options" data-part={shown}>
        {shown === 'codebook' ? <CodebookPage words={words} /> : <General words={words} />}
      </main>
    </>
  );
}
