import { useState } from 'preact/hooks';
import type { ImportError } from '../../lib/model/carried-code.ts';
import type { Words } from '../../lib/model/words.ts';
import { Dialog } from './dialog.tsx';

/** What a file would bring to a codebook. */
export interface ImportPreview {
  added: number;
  /** Paths that are there already. */
  known: readonly (readonly string[])[];
  takenShortcuts: readonly string[];
}

export const IMPORT_TARGETS = ['new', 'active'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

export type ReadFile =
  | { ok: true; sets: number; previews: Record<ImportTarget, ImportPreview> }
  | { ok: false; errors: readonly ImportError[] };

interface ImportDialogProps {
  words: Words;
  /** Name of the active codebook. */
  active: string;
  /** The file that was chosen, as it was read; `null`: none was yet. */
  read: ReadFile | null;
  onFile(file: File): void;
  onImport(target: ImportTarget): void;
  onClose(): void;
}

/** Paths that are listed, at most. */
const LISTED = 12;

/** Asks for a file and where its codes should go, and says first what that does. */
export function ImportDialog({ words, active, read, onFile, onImport, onClose }: ImportDialogProps) {
  const { codebook } = words;
  const [target, setTarget] = useState<ImportTarget>('new');
  const preview = read?.ok ? read.previews[target] : null;
  const labels = { new: codebook.importNew, active: codebook.importActive(active) };
  return (
    <Dialog
      title={codebook.importTitle}
      cancel={codebook.cancel}
      sure={preview ? codebook.importSure(preview.added) : codebook.importTitle}
      isReady={(preview?.added ?? 0) > 0}
      onSure={() => onImport(target)}
      onClose={onClose}
    >
      <p class="hint">{codebook.importHelp}</p>
      <label class="field">
        <span>{codebook.importFile}</span>
        <input
          type="file"
          accept=".qdc,.xml,.csv,text/csv,application/xml"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      {read?.ok && (
        <fieldset class="targets">
          <legend>{codebook.importWhere}</legend>
          {IMPORT_TARGETS.map((each) => (
            <label key={each}>
              <input type="radio" name="target" checked={target === each} onChange={() => setTarget(each)} />{' '}
              {labels[each]}
            </label>
          ))}
        </fieldset>
      )}
      <div role="status" class="told">
        {read && !read.ok && <Errors words={words} errors={read.errors} />}
        {preview && (
          <>
            <p>
              {preview.added > 0 ? codebook.importAdds(preview.added) : codebook.importNothing}
              {read?.ok && read.sets > 0 && codebook.importSets(read.sets)}
            </p>
            {preview.known.length > 0 && (
              <>
                <p>{codebook.importKnown(preview.known.length)}</p>
                <ul class="paths">
                  {preview.known.slice(0, LISTED).map((path) => (
                    <li key={path.join('\n')}>{path.join(' / ')}</li>
                  ))}
                  {preview.known.length > LISTED && <li>……</li>}
                </ul>
              </>
            )}
            {preview.takenShortcuts.length > 0 && (
              <p>{codebook.importShortcuts(preview.takenShortcuts.join(' '))}</p>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Errors({ words: { codebook }, errors }: { words: Words; errors: readonly ImportError[] }) {
  return (
    <div class="notice">
      <p>{codebook.importFailed}</p>
      <ul class="paths">
        {errors.map(({ fault, line, path, detail }, index) => (
          <li key={index}>
            {[
              line === null ? '' : codebook.importLine(line),
              path.join(' / '),
              codebook.importFaults[fault],
              detail,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
