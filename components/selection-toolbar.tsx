import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Code } from '../lib/model/codebook.ts';
import { TOOLBAR_ACTIONS, type ToolbarAction, type ToolbarKeys } from '../lib/model/toolbar-keys.ts';
import type { PageWords } from '../lib/model/words.ts';

interface SelectionToolbarProps {
  words: PageWords;
  /** The codes that are offered, the first ones shown; the first nine have the number keys. */
  codes: Code[];
  keys: ToolbarKeys;
  /** Whether it takes the focus: by a command, never by selecting with the mouse. */
  hasFocus: boolean;
  onAction(action: ToolbarAction): void;
  onCode(code: Code): void;
  onClose(): void;
}

const ICONS: Record<ToolbarAction, string> = {
  highlight: 'M3 17h14M6 13l7-7 2 2-7 7H6z',
  tag: 'M3 3h7l7 7-7 7-7-7zM6.5 6.5h.01',
  note: 'M4 3h12v10l-4 4H4zM7 7h6M7 10h6',
  cite: 'M4 11h4v5H4zM4 11c0-4 1-5 3-6M12 11h4v5h-4zM12 11c0-4 1-5 3-6',
  sentence: 'M7 4H3v12h4M13 4h4v12h-4M7 10h6',
};
/** Codes that have a button; the others are a key or the tag field away. */
const SHOWN = 3;

/** Offered at a selection. Pressing a button must not take the selection away: it never gets the focus by mouse. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { words, codes, keys, hasFocus, onAction, onCode, onClose } = props;
  const bar = useRef<HTMLDivElement>(null);
  // at once: the next stroke may follow
  useLayoutEffect(() => {
    if (hasFocus) bar.current?.querySelector('button')?.focus();
  }, [hasFocus]);
  const hint = (key: string) => (keys.isOn && key !== '' ? ` (${key.toUpperCase()})` : '');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // these strokes are meant for us; the page's own shortcuts don't hear of them
    event.stopPropagation();
    const chosen = keys.isOn ? meantBy(event.key.toLowerCase(), keys, codes) : null;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      step(bar.current, event.key === 'ArrowRight' ? 1 : -1);
    } else if (chosen === null) return;
    else if (typeof chosen === 'string') onAction(chosen);
    else onCode(chosen);
    event.preventDefault();
  };

  return (
    <div class="toolbar" role="toolbar" aria-label={words.toolbar.label} ref={bar} onKeyDown={onKeyDown}>
      {TOOLBAR_ACTIONS.map((action, index) => (
        <button
          key={action}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          title={words.toolbar[action] + hint(keys.keys[action])}
          aria-label={words.toolbar[action]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAction(action)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={ICONS[action]} />
          </svg>
          {index < 3 && words.toolbar[action]}
        </button>
      ))}
      {codes.slice(0, SHOWN).map((code, index) => (
        <button
          key={code.id}
          type="button"
          class="code"
          tabIndex={-1}
          title={code.name + hint(code.shortcut ?? String(index + 1))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCode(code)}
        >
          <span class="shape" style={{ '--code': code.color }} aria-hidden="true">
            {code.shape}
          </span>
          <span class="name">{code.name}</span>
        </button>
      ))}
    </div>
  );
}

/** A code's own key comes first, then the actions', then the numbers of the codes as they are offered. */
function meantBy(key: string, { keys }: ToolbarKeys, codes: Code[]): ToolbarAction | Code | null {
  const own = codes.find(({ shortcut }) => shortcut === key);
  if (own) return own;
  const action = TOOLBAR_ACTIONS.find((each) => keys[each] === key);
  if (action) return action;
  return /^[1-9]$/.test(key) ? (codes[Number(key) - 1] ?? null) : null;
}

function step(bar: HTMLElement | null, by: number): void {
  const buttons = [...(bar?.querySelectorAll('button') ?? [])];
  const root = bar?.getRootNode() as Document | ShadowRoot | undefined;
  const at = buttons.indexOf(root?.activeElement as HTMLButtonElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
