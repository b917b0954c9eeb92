import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/model/words.ts';

export interface ImportProgress {
  done: number;
  total: number;
  isPaused: boolean;
  /** Files that were not taken in, each with why. */
  refused: { name: string; why: string }[];
}

interface DropZoneProps {
  words: Words;
  /** Files are held over the window. */
  isOver: boolean;
  progress: ImportProgress | null;
  onFiles(files: File[]): void;
  onPause(isPaused: boolean): void;
}

/** Where files are chosen or dropped, how far they are, and which could not be read. */
export function DropZone({ words, isOver, progress, onFiles, onPause }: DropZoneProps) {
  const { files } = words;
  const isBusy = progress !== null && progress.done < progress.total;
  return (
    <section class="drop-zone" aria-label={files.label} data-over={isOver}>
      <label>
        {files.help}{' '}
        <input
          type="file"
          multiple
          accept=".html,.htm,.shtml,.mhtml,.mht,.txt,.docx"
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      {progress && (
        <p role="status">
          <progress value={progress.done} max={progress.total} />{' '}
          {files.progress(progress.done, progress.total)}
          {isBusy && (
            <button type="button" class="button" onClick={() => onPause(!progress.isPaused)}>
              {progress.isPaused ? files.resume : files.pause}
            </button>
          )}
        </p>
      )}
      {progress && progress.refused.length > 0 && (
        <ul class="refused">
          {progress.refused.map(({ name, why }, index) => (
            <li key={index}>
              {name}：{why}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/**
 * Takes files that are dropped anywhere on the window, since a browser would leave the page for one that misses a small
 * target. Whether some are held over it.
 */
export function useDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const ending = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', listen: (event: DragEvent) => void) =>
      window.addEventListener(name, listen, { signal: ending.signal });
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    on('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    // left the window, not only one element for another
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on('drop', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => ending.abort();
  }, []);
  return isOver;
}
