import { useState } from 'preact/hooks';
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
  progress: ImportProgress | null;
  onFiles(files: File[]): void;
  onPause(isPaused: boolean): void;
}

/** Where files are dropped or chosen, how far they are, and which could not be read. */
export function DropZone({ words, progress, onFiles, onPause }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const { files } = words;
  const isBusy = progress !== null && progress.done < progress.total;
  return (
    <section
      class="drop-zone"
      aria-label={files.label}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
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
          {progress.refused.map(({ name, why }) => (
            <li key={name}>
              {name}：{why}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
