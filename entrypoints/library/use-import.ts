import { useRef, useState } from 'preact/hooks';
import type { ImportProgress } from '../../components/library/drop-zone.tsx';
import type { Capture } from '../../lib/model/snapshot.ts';
import type { Words } from '../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';
import { reportAt } from '../../lib/store/joining.ts';
import { addSnapshot } from '../../lib/store/reports.ts';
import { readFile } from './read-file.ts';

/** Takes files in one after the other, so that the page stays free between two; each wholly or not at all. */
export function useImport(database: ZhupiDatabase, words: Words) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const queue = useRef<File[]>([]);
  const isPaused = useRef(false);
  const isRunning = useRef(false);

  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    while (!isPaused.current) {
      const file = queue.current.shift();
      if (!file) break;
      const why = await takeIn(database, file, words);
      setProgress(
        (now) =>
          now && {
            ...now,
            done: now.done + 1,
            refused: why === null ? now.refused : [...now.refused, { name: file.name, why }],
          },
      );
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    isRunning.current = false;
  };

  return {
    progress,
    onFiles: (files: File[]) => {
      const isOver = queue.current.length === 0 && !isRunning.current;
      queue.current.push(...files);
      setProgress((now) => ({
        done: isOver || !now ? 0 : now.done,
        total: (isOver || !now ? 0 : now.total) + files.length,
        isPaused: isPaused.current,
        refused: isOver || !now ? [] : now.refused,
      }));
      void run();
    },
    onPause: (wanted: boolean) => {
      isPaused.current = wanted;
      setProgress((now) => now && { ...now, isPaused: wanted });
      if (!wanted) void run();
    },
  };
}

/** Why a file was not taken in, in words; `null`: it was. */
async function takeIn(database: ZhupiDatabase, file: File, words: Words): Promise<string | null> {
  const capture = await readFile(file);
  if (typeof capture === 'string') return words.files.refusals[capture];
  try {
    await addSnapshot(database, await withOwnAddress(database, capture), new Date());
    return null;
  } catch (error) {
    return words.faults[faultOf(error)];
  }
}

/** What tells the reports of two files of one name apart. */
const TELLING = ['title', 'issuer', 'year', 'kind'] as const;

/** A file's name stands for its address: another report's file of the same name gets a number. */
async function withOwnAddress(database: ZhupiDatabase, capture: Capture): Promise<Capture> {
  if (!capture.address.startsWith('file:')) return capture;
  const { facts } = capture.detection;
  for (let number = 1; ; number++) {
    const address = number === 1 ? capture.address : `${capture.address}%20(${number})`;
    const known = await reportAt(database, address);
    if (!known || TELLING.every((name) => known.facts[name] === facts[name]))
      return { ...capture, address, url: address };
  }
}
