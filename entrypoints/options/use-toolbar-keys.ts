import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_TOOLBAR_KEYS, type ToolbarKeys } from '../../lib/model/toolbar-keys.ts';
import { onToolbarKeysChange, toolbarKeys } from '../shared/toolbar-keys.ts';

/** The toolbar's single keys, kept up to date; the default ones until they are known. */
export function useToolbarKeys(): ToolbarKeys {
  const [keys, setKeys] = useState(DEFAULT_TOOLBAR_KEYS);
  useEffect(() => {
    toolbarKeys().then(setKeys, () => undefined);
    return onToolbarKeysChange(setKeys);
  }, []);
  return keys;
}
