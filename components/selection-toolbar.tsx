import type { PageWords } from '../lib/model/words.ts';

export type SelectionAction = 'highlight' | 'tag' | 'note';

interface SelectionToolbarProps {
  words: PageWords;
  onAction(action: SelectionAction): void;
}

const ACTIONS: { action: SelectionAction; icon: string }[] = [
  { action: 'highlight', icon: 'M3 17h14M6 13l7-7 2 2-7 7H6z' },
  { action: 'tag', icon: 'M3 3h7l7 7-7 7-7-7zM6.5 6.5h.01' },
  { action: 'note', icon: 'M4 3h12v10l-4 4H4zM7 7h6M7 10h6' },
];

/** Offered at a selection. Pressing a button must not take the selection away: it never gets the focus by mouse. */
export function SelectionToolbar({ words, onAction }: SelectionToolbarProps) {
  return (
    <div class="toolbar" role="toolbar" aria-label={words.toolbar.label}>
      {ACTIONS.map(({ action, icon }) => (
        <button
          key={action}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAction(action)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={icon} />
          </svg>
          {words.toolbar[action]}
        </button>
      ))}
    </div>
  );
}
