import type { Code } from '../../lib/model/codebook.ts';
import {
  DEFAULT_TOOLBAR_KEYS,
  TOOLBAR_ACTIONS,
  type ToolbarAction,
  type ToolbarKeys,
} from '../../lib/model/toolbar-keys.ts';
import type { Words } from '../../lib/model/words.ts';

/** Keys that an action may have; digits belong to the codes. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

interface ToolbarKeysFormProps {
  words: Words;
  keys: ToolbarKeys;
  /** Codes whose shortcuts could be the same. */
  codes: readonly Code[];
  onChange(keys: ToolbarKeys): void;
}

/** One letter for each action of the selection toolbar, and a switch for them all (WCAG 2.2, 2.1.4). */
export function ToolbarKeysForm({ words, keys, codes, onChange }: ToolbarKeysFormProps) {
  const { options, toolbar } = words;
  const setKey = (action: ToolbarAction, key: string) =>
    onChange({ ...keys, keys: { ...keys.keys, [action]: key } });
  const isDefault = TOOLBAR_ACTIONS.every(
    (action) => keys.keys[action] === DEFAULT_TOOLBAR_KEYS.keys[action],
  );
  return (
    <div class="toolbar-keys">
      <label>
        <input
          type="checkbox"
          checked={keys.isOn}
          onChange={({ currentTarget }) => onChange({ ...keys, isOn: currentTarget.checked })}
        />{' '}
        {options.keysOn}
      </label>
      <ul>
        {TOOLBAR_ACTIONS.map((action) => {
          const own = keys.keys[action];
          const code = own === '' ? undefined : codes.find(({ shortcut }) => shortcut === own);
          return (
            <li key={action}>
              <label>
                <span>{toolbar[action]}</span>
                <select
                  value={own}
                  disabled={!keys.isOn}
                  onChange={({ currentTarget }) => setKey(action, currentTarget.value)}
                >
                  <option value="">{options.noKey}</option>
                  {LETTERS.map((letter) => {
                    const holder = TOOLBAR_ACTIONS.find(
                      (each) => each !== action && keys.keys[each] === letter,
                    );
                    return (
                      <option key={letter} value={letter} disabled={holder !== undefined}>
                        {holder ? options.keyTaken(letter, toolbar[holder]) : letter}
                      </option>
                    );
                  })}
                </select>
              </label>
              {keys.isOn && code && <span class="notice">{options.keyOfCode(code.name)}</span>}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="button"
        disabled={isDefault}
        onClick={() => onChange({ ...keys, keys: DEFAULT_TOOLBAR_KEYS.keys })}
      >
        {options.defaultKeys}
      </button>
    </div>
  );
}
