import { useEffect } from 'preact/hooks';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { noteBackup } from '../shared/keeping.ts';
import { isWhole, knowsFolders, pickedFolder, writeInto } from './backup-folder.ts';

/** A page may stay open for days: how often it looks whether a new one has come, in milliseconds. */
const EVERY = 60 * 60 * 1_000;

/** Puts the day's backup into the picked folder, unless it is there or the folder's permission is gone. */
export async function backUpDaily(database: ZhupiDatabase): Promise<void> {
  const picked = knowsFolders() ? await pickedFolder() : null;
  if (!picked?.isAllowed) return;
  const { backUp, backupName } = await import('./backup-work.ts');
  const now = new Date();
  const name = backupName(now);
  // several pages may be open: one of them does it
  await navigator.locks.request('zhupi-daily-backup', { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    if (await isWhole(picked.folder, name)) return;
    await writeInto(picked.folder, name, (sink) => backUp(database, sink));
    await noteBackup(now);
  });
}

/** Sees to the daily backup as long as the page is open. A day that fails is made up for at the next look. */
export function useDailyBackup(database: ZhupiDatabase): void {
  useEffect(() => {
    const see = () => void backUpDaily(database).catch(() => undefined);
    see();
    const timer = setInterval(see, EVERY);
    return () => clearInterval(timer);
  }, [database]);
}
