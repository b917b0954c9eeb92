import { ToolbarKeysForm } from '../../components/options/toolbar-keys-form.tsx';
import type { Words } from '../../lib/model/words.ts';
import { listCodes } from '../../lib/store/codes.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { chooseToolbarKeys } from '../shared/toolbar-keys.ts';
import { useLive } from '../shared/use-live.ts';
import { useToolbarKeys } from './use-toolbar-keys.ts';

/** The toolbar's keys, beside those of the codebook that is in use. */
export function KeyChoice({ words, database }: { words: Words; database: ZhupiDatabase }) {
  const keys = useToolbarKeys();
  const codes = useLive(database, () => listCodes(database), []);
  return (
    <ToolbarKeysForm
      words={words}
      keys={keys}
      codes={codes.state === 'ready' ? codes.value : []}
      onChange={(chosen) => void chooseToolbarKeys(chosen)}
    />
  );
}
