import type { Words } from '../lib/model/words.ts';

/** Three hints for whoever has just come; they go once and for all. */
export function Hints({ words, onDismiss }: { words: Words; onDismiss(): void }) {
  const { welcome, categories } = words;
  return (
    <section class="hints" aria-label={welcome.title}>
      <ol>
        <li>
          <strong>{welcome.marks}</strong>
          <span class="legend">
            {(['measure', 'figure', 'shortcoming'] as const).map((category) => (
              <span key={category} class="sample" data-category={category}>
                {categories[category]}
              </span>
            ))}
          </span>
          {welcome.marksHelp}
        </li>
        <li>
          <strong>{welcome.notes}</strong>
          {welcome.notesHelp}
        </li>
        <li>
          <strong>{welcome.panel}</strong>
          {welcome.panelHelp}
        </li>
      </ol>
      <button type="button" class="button" onClick={onDismiss}>
        {welcome.dismiss}
      </button>
    </section>
  );
}
