import { useState } from 'preact/hooks';
import { ImportDialog, type ImportTarget, type ReadFile } from '../../components/codebook/import-dialog.tsx';
import { type PlacedCodes, placeCodes } from '../../lib/import/place-codes.ts';
import { newId } from '../../lib/model/id.ts';
import type { Words } from '../../lib/model/words.ts';
import { addCodebook } from '../../lib/store/codebooks.ts';
import { addCodes } from '../../lib/store/codes.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { chooseCodebook } from '../../lib/store/projects.ts';
import { initialsOf } from '../../lib/text/initials.ts';
import { readCodebook } from './codebook-files.ts';
import type { Run } from './codebook-page.tsx';
import type { CodebookState } from './codebook-state.ts';

/** Colour of codes that come without one. */
const COLORLESS = '#33415c';

interface ImportingProps {
  words: Words;
  state: CodebookState;
  database: ZhupiDatabase;
  run: Run;
  onClose(): void;
}

/** Reads the file that the reader chooses and brings its codes in; a new codebook is the study's from then on. */
export function Importing({ words, state, database, run, onClose }: ImportingProps) {
  const { codebook } = words;
  const [read, setRead] = useState<ReadFile | null>(null);
  const [placed, setPlaced] = useState<{ name: string; codes: Record<ImportTarget, PlacedCodes> } | null>(
    null,
  );

  const take = (file: File) =>
    run(
      async () => {
        const result = await readCodebook(file);
        if (!result.ok) {
          setRead(result);
          return;
        }
        const usedIds = new Set(await database.codes.toCollection().primaryKeys());
        const of = (codebookId: string, existing: CodebookState['codes']) =>
          placeCodes(result.codes, {
            codebookId,
            existing,
            usedIds,
            newId: () => newId(),
            initialsOf,
            defaultColor: COLORLESS,
          });
        const codes = { new: of(newId(), []), active: of(state.codebook.id, state.codes) };
        const previews = {
          new: { ...codes.new, added: codes.new.added.length },
          active: { ...codes.active, added: codes.active.added.length },
        };
        setPlaced({
          name: freeName(file.name.replace(/\.[^.]*$/, '').trim() || codebook.codebook, state),
          codes,
        });
        setRead({ ok: true, sets: result.sets, previews });
      },
      () => '',
    );
  const bring = (target: ImportTarget) => {
    if (!placed) return;
    const { added } = placed.codes[target];
    onClose();
    void run(
      async () => {
        if (target === 'active') return addCodes(database, added, new Date());
        // the codebook with its codes, or neither
        await database.transaction('rw', database.tables, async () => {
          const { id: codebookId } = await addCodebook(database, placed.name, new Date());
          await addCodes(
            database,
            added.map((code) => ({ ...code, codebookId })),
            new Date(),
          );
          await chooseCodebook(database, state.project.id, codebookId);
        });
      },
      () => codebook.imported(added.length),
    );
  };
  return (
    <ImportDialog
      words={words}
      active={state.codebook.name}
      read={read}
      onFile={(file) => void take(file)}
      onImport={bring}
      onClose={onClose}
    />
  );
}

/** A name that no codebook has: with a number after it when one has. */
function freeName(name: string, { codebooks }: CodebookState): string {
  const stem = name.replace(/ \d+$/, '');
  const names = [name, ...codebooks.map((_, index) => `${stem} ${index + 2}`)];
  return names.find((each) => !codebooks.some((known) => known.name === each)) ?? name;
}
