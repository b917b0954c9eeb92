import { useId, useState } from 'preact/hooks';
import type { Code } from '../lib/model/codebook.ts';
import type { Words } from '../lib/model/words.ts';
import { suggestCodes } from './suggest-codes.ts';

interface TagFieldProps {
  words: Words;
  codes: Code[];
  chosen: string[];
  hasFocus: boolean;
  onChange(codeIds: string[]): void;
  /** A name that no code has: make one. */
  onCreate(name: string): void;
}

/** Codes as chips, with a field that suggests the codebook's codes and makes new ones. */
export function TagField({ words, codes, chosen, hasFocus, onChange, onCreate }: TagFieldProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const name = typed.trim();
  const suggestions = suggestCodes(codes, chosen, name);
  const isNew = name !== '' && !codes.some((code) => code.name === name);
  const count = suggestions.length + (isNew ? 1 : 0);
  const current = Math.min(active, count - 1);

  const take = (index: number) => {
    const code = suggestions[index];
    if (code) onChange([...chosen, code.id]);
    else if (isNew) onCreate(name);
    else return;
    setTyped('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(current);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) setActive((current + step + count) % count);
    } else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) {
      onChange(chosen.slice(0, -1));
    }
  };

  return (
    <div class="tag-field">
      <ul class="tags" aria-label={words.composer.tags}>
        {chosen.map((id) => {
          const code = codes.find((each) => each.id === id);
          return (
            code && (
              <li key={id} class="tag" style={{ '--code': code.color }}>
                {code.name}
                <button
                  type="button"
                  aria-label={words.composer.removeTag(code.name)}
                  onClick={() => onChange(chosen.filter((each) => each !== id))}
                >
                  ×
                </button>
              </li>
            )
          );
        })}
      </ul>
      <input
        type="text"
        role="combobox"
        aria-label={words.composer.tags}
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${listId}-${current}` : undefined}
        placeholder={words.composer.tagPlaceholder}
        value={typed}
        maxLength={200}
        ref={(input) => {
          if (hasFocus && input && !input.dataset.focused) {
            input.dataset.focused = 'yes';
            input.focus();
          }
        }}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {/* Firefox lets the keyboard into whatever scrolls: the list would take the focus and vanish with it */}
      <div class="suggestions" role="listbox" id={listId} tabIndex={-1} aria-label={words.composer.tags}>
        {suggestions.map((code, index) => (
          <div
            key={code.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            data-shape={code.shape}
            style={{ '--code': code.color }}
            onMouseDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            {code.name}
          </div>
        ))}
        {isNew && (
          <div
            id={`${listId}-${suggestions.length}`}
            role="option"
            tabIndex={-1}
            class="new"
            aria-selected={current === suggestions.length}
            onMouseDown={(event) => {
              event.preventDefault();
              take(suggestions.length);
            }}
          >
            {words.composer.createTag(name)}
          </div>
        )}
      </div>
    </div>
  );
}
