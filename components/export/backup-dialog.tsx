import type { BackupManifest, BackupTable } from '../../lib/model/backup.ts';
import { BACKUP_TABLE_NAMES } from '../../lib/model/backup.ts';
import type { BackupError } from '../../lib/model/export-words.ts';
import type { Words } from '../../lib/model/words.ts';
import { Modal } from './modal.tsx';

type Counts = Record<BackupTable, number>;

/** What a file that was chosen would do. */
export type Found =
  | {
      kind: 'backup';
      manifest: Pick<BackupManifest, 'created' | 'generator'>;
      incoming: Counts;
      present: Counts;
    }
  | { kind: 'annotations'; added: number; known: number }
  | { kind: 'refused'; errors: readonly BackupError[] };

/** How the browser keeps what is stored, and where the daily backup goes. */
export interface Keeping {
  /** ISO 8601; `null`: never. */
  lastBackup: string | null;
  /** Days without a backup when it is time to remind; `null`: it isn't. */
  overdue: number | null;
  /** `null`: not known. */
  isPersisted: boolean | null;
  /** In bytes; `null`: there is no hurry. */
  quota: { used: number; all: number } | null;
  /** `null`: this browser has no picked folders. */
  folder: { name: string | null; isAllowed: boolean } | null;
}

interface BackupDialogProps {
  words: Words;
  keeping: Keeping;
  found: Found | null;
  /** What is going on, in words; '' : nothing. */
  busy: string;
  said: string;
  onBackup(): void;
  onFile(file: File): void;
  onConfirm(): void;
  onChooseFolder(): void;
  onAllowFolder(): void;
  onForgetFolder(): void;
  onDeleteAll(): void;
  onClose(): void;
}

/** Backup and restore: what a file would do is said before it does anything. */
export function BackupDialog(props: BackupDialogProps) {
  const { words, keeping, found, busy, said, onBackup, onFile, onConfirm, onDeleteAll, onClose } = props;
  const { backup, close } = words.export;
  const isBusy = busy !== '';
  const date = new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Modal title={backup.label} close={close} isBusy={isBusy} onClose={onClose}>
      <div class="backup">
        <p>{backup.help}</p>
        <ul class="facts">
          <li>
            {keeping.lastBackup === null
              ? backup.never
              : backup.lastBackup(date.format(new Date(keeping.lastBackup)))}
          </li>
          {keeping.isPersisted !== null && (
            <li>{keeping.isPersisted ? backup.persisted : backup.notPersisted}</li>
          )}
        </ul>
        <p class="buttons">
          <button type="button" class="button primary" disabled={isBusy} onClick={onBackup}>
            {backup.make}
          </button>
          <span role="status">{isBusy ? busy : said}</span>
        </p>
        <Folder {...props} isBusy={isBusy} />
        <section aria-labelledby="restore">
          <h3 id="restore">{backup.restore}</h3>
          <p class="hint">
            {backup.restoreHelp} {backup.importHelp}
          </p>
          <input
            type="file"
            aria-label={backup.restore}
            accept=".zhupi,.zip,.jsonld,.json"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) onFile(file);
            }}
          />
          {found && <Outcome words={words} found={found} isBusy={isBusy} onConfirm={onConfirm} />}
        </section>
        <section aria-labelledby="delete-all">
          <h3 id="delete-all">{backup.deleteAll}</h3>
          <p class="hint">{backup.deleteAllHelp}</p>
          <button type="button" class="button" disabled={isBusy} onClick={onDeleteAll}>
            {backup.deleteAll}
          </button>
        </section>
      </div>
    </Modal>
  );
}

function Folder({
  words: {
    export: { backup },
  },
  keeping: { folder },
  isBusy,
  onChooseFolder,
  onAllowFolder,
  onForgetFolder,
}: BackupDialogProps & { isBusy: boolean }) {
  if (folder === null) return null;
  return (
    <section aria-labelledby="folder">
      <h3 id="folder">{backup.folder}</h3>
      <p class="hint">{backup.folderHelp}</p>
      {folder.name !== null && (
        <p>
          {backup.folderChosen(folder.name)} {!folder.isAllowed && backup.folderLost}
        </p>
      )}
      <p class="buttons">
        {folder.name !== null && !folder.isAllowed && (
          <button type="button" class="button" disabled={isBusy} onClick={onAllowFolder}>
            {backup.allowAgain}
          </button>
        )}
        <button type="button" class="button" disabled={isBusy} onClick={onChooseFolder}>
          {backup.chooseFolder}
        </button>
        {folder.name !== null && (
          <button type="button" class="button quiet" disabled={isBusy} onClick={onForgetFolder}>
            {backup.forgetFolder}
          </button>
        )}
      </p>
    </section>
  );
}

function Outcome({
  words,
  found,
  isBusy,
  onConfirm,
}: Pick<BackupDialogProps, 'words' | 'onConfirm'> & { found: Found; isBusy: boolean }) {
  const { backup } = words.export;
  if (found.kind === 'refused') {
    return (
      <div class="notice" role="alert">
        <p>{backup.refused}</p>
        <ul>
          {found.errors.map(({ fault, file, line, detail }, index) => (
            <li key={index}>
              {[backup.faults[fault], file, line === null ? '' : backup.line(line), detail]
                .filter((part) => part !== '')
                .join(' · ')}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (found.kind === 'annotations') {
    return (
      <div class="found">
        <p>{backup.importFound(found.added, found.known)}</p>
        <button
          type="button"
          class="button primary"
          disabled={isBusy || found.added === 0}
          onClick={onConfirm}
        >
          {backup.importGo}
        </button>
      </div>
    );
  }
  const { manifest, incoming, present } = found;
  const date = new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'long', timeStyle: 'short' });
  const rows = BACKUP_TABLE_NAMES.filter((name) => incoming[name] > 0 || present[name] > 0);
  return (
    <div class="found">
      <h4>{backup.dryRun}</h4>
      <p>{backup.found(date.format(new Date(manifest.created)), manifest.generator)}</p>
      <ul>
        {rows.map((name) => (
          <li key={name}>{backup.row(backup.tables[name] ?? name, incoming[name], present[name])}</li>
        ))}
      </ul>
      <p class="notice">
        {rows.some((name) => present[name] > 0) ? backup.replaceWarning : backup.nothingHere}
      </p>
      <button type="button" class="button primary" disabled={isBusy} onClick={onConfirm}>
        {backup.replace}
      </button>
    </div>
  );
}
