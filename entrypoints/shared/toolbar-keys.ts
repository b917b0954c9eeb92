import { browser } from 'wxt/browser';
import { DEFAULT_TOOLBAR_KEYS, TOOLBAR_ACTIONS, type ToolbarKeys } from '../../lib/model/toolbar-keys.ts';

const KEY = 'toolbarKeys';

/** The single keys of the selection toolbar, as the reader set them. */
export async function toolbarKeys(): Promise<ToolbarKeys> {
  return keysIn((await browser.storage.local.get(KEY))[KEY]);
}

export async function chooseToolbarKeys(keys: ToolbarKeys): Promise<void> {
  await browser.storage.local.set({ [KEY]: keys });
}

/** Calls back whenever the reader changes them. Returns what stops it. */
export function onToolbarKeysChange(listener: (keys: ToolbarKeys) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) listener(keysIn(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
}

/** What is stored, with the default for whatever is missing or isn't a key. */
function keysIn(stored: unknown): ToolbarKeys {
  const { isOn, keys } = (stored ?? {}) as { isOn?: unknown; keys?: Record<string, unknown> };
  const chosen = TOOLBAR_ACTIONS.map((action) => {
    const key = keys?.[action];
    const isKey = typeof key === 'string' && /^[a-z0-9]?$/.test(key);
    return [action, isKey ? key : DEFAULT_TOOLBAR_KEYS.keys[action]] as const;
  });
  return { isOn: isOn !== false, keys: Object.fromEntries(chosen) as ToolbarKeys['keys'] };
}
