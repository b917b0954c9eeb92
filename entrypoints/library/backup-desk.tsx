import { useEffect, useRef, useState } from 'preact/hooks';
import { BackupDialog, type Keeping } from '../../components/export/backup-dialog.tsx';
import '../../components/export/export.css';
import type { Words } from '../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';
import { askToKeep, lastBackup, nearlyFull, noteBackup, overdueDays } from '../shared/keeping.ts';
import { allowFolder, forgetFolder, knowsFolders, pickedFolder, pickFolder } from './backup-folder.ts';
import type { Looked } from './backup-work.ts';
import { backUpDaily, useDailyBackup } from './daily-backup.ts';
import { offerFile } from './offer-file.ts';

const NOTHING: Keeping = { lastBackup: null, overdue: null, isPersisted: null, quota: null, folder: null };

/** The heavy part, loaded with the first backup. */
const work = () => import('./backup-work.ts');

/** The button of the backup dialogue, the day's backup into the picked folder, and what the reader must be told. */
export function BackupDesk({ words, database }: { words: Words; database: ZhupiDatabase }) {
  const { backup } = words.export;
  const [isOpen, setOpen] = useState(false);
  const [keeping, setKeeping] = useState<Keeping>(NOTHING);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState('');
  const [said, setSaid] = useState('');
  const isUnderWay = useRef(false);

  const look = async () => setKeeping(await keepingOf(database));
  /** One piece of work at a time; what comes of it is said, its failure too. */
  const during = async (doing: string, task: () => Promise<string>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(doing);
    setSaid('');
    try {
      setSaid(await task());
    } catch (error) {
      setSaid(words.faults[faultOf(error)]);
    } finally {
      isUnderWay.current = false;
      setBusy('');
    }
    await look().catch(() => undefined);
  };

  useDailyBackup(database);
  useEffect(() => {
    const begin = async () => {
      await askToKeep(database);
      await backUpDaily(database);
      await look();
    };
    begin().catch((error) => setSaid(words.faults[faultOf(error)]));
  }, []);

  const backUp = () =>
    during(backup.making, async () => {
      const { backupFile, backupName } = await work();
      const now = new Date();
      const name = backupName(now);
      offerFile(name, 'application/zip', await backupFile(database));
      await noteBackup(now);
      return backup.made(name);
    });
  const size = new Intl.NumberFormat(words.htmlLang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 0,
  });
  const { overdue, quota } = keeping;

  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {backup.open}
      </button>
      {(overdue !== null || quota !== null) && (
        <div class="reminder" role="status">
          {quota !== null && (
            <span>{backup.quota(size.format(quota.used / 1e6), size.format(quota.all / 1e6))}</span>
          )}
          {overdue !== null && <span>{backup.reminder(overdue)}</span>}
          <button type="button" class="button primary" disabled={busy !== ''} onClick={() => void backUp()}>
            {backup.make}
          </button>
        </div>
      )}
      {isOpen && (
        <BackupDialog
          words={words}
          keeping={keeping}
          found={looked?.found ?? null}
          busy={busy}
          said={said}
          onBackup={() => void backUp()}
          onFile={(file) =>
            void during(backup.reading, async () => {
              setLooked(null);
              const { lookAt } = await work();
              setLooked(await lookAt(database, file));
              return '';
            })
          }
          onConfirm={() =>
            void during(backup.restoring, async () => {
              const count = (await looked?.agree?.()) ?? 0;
              setLooked(null);
              return looked?.found.kind === 'annotations' ? backup.imported(count) : backup.restored;
            })
          }
          onChooseFolder={() =>
            void during(backup.making, async () => {
              const isPicked = await pickFolder();
              if (isPicked) await backUpDaily(database);
              return '';
            })
          }
          onAllowFolder={() =>
            void during(backup.making, async () => {
              if (await allowFolder()) await backUpDaily(database);
              return '';
            })
          }
          onForgetFolder={() =>
            void during(backup.making, async () => {
              await forgetFolder();
              return '';
            })
          }
          onDeleteAll={() =>
            void during('', async () => {
              const { deleteAll, countsOf } = await work();
              const { reports, annotations } = await countsOf(database);
              if (!window.confirm(backup.deleteAllSure(reports, annotations))) return '';
              setLooked(null);
              await deleteAll(database);
              return backup.deletedAll;
            })
          }
          onClose={() => {
            setOpen(false);
            setLooked(null);
          }}
        />
      )}
    </>
  );
}

async function keepingOf(database: ZhupiDatabase): Promise<Keeping> {
  const picked = knowsFolders() ? await pickedFolder() : null;
  return {
    lastBackup: await lastBackup(),
    overdue: await overdueDays(database, new Date()),
    isPersisted: (await navigator.storage?.persisted?.()) ?? null,
    quota: await nearlyFull(),
    folder: knowsFolders()
      ? { name: picked?.folder.name ?? null, isAllowed: picked?.isAllowed ?? false }
      : null,
  };
}
