import type { Act } from '../../lib/model/history.ts';
import type { Words } from '../../lib/model/words.ts';

interface CodebookBarProps {
  words: Words;
  /** What undo and redo would do; `null`: nothing. */
  steps: { undo: Act | null; redo: Act | null };
  /** The codebook has no codes: there is nothing to export. */
  isEmpty: boolean;
  onAdd(): void;
  onReplay(way: 'undo' | 'redo'): void;
  onImport(): void;
  onExport(format: 'qdc' | 'csv'): void;
}

/** What can be done with a codebook as a whole. */
export function CodebookBar(props: CodebookBarProps) {
  const { words, steps, isEmpty, onAdd, onReplay, onImport, onExport } = props;
  const { codebook } = words;
  return (
    <div class="toolbar">
      <button type="button" class="button primary" onClick={onAdd}>
        {codebook.add}
      </button>
      {(['undo', 'redo'] as const).map((way) => {
        const act = steps[way];
        const say = way === 'undo' ? codebook.undoOf : codebook.redoOf;
        return (
          <button
            key={way}
            type="button"
            class="button"
            disabled={act === null}
            title={act ? say(codebook.acts[act]) : undefined}
            aria-keyshortcuts={way === 'undo' ? 'Control+Z' : 'Control+Y'}
            onClick={() => onReplay(way)}
          >
            {codebook[way]}
          </button>
        );
      })}
      <span class="files">
        <button type="button" class="button" onClick={onImport}>
          {codebook.import}
        </button>
        <button type="button" class="button" disabled={isEmpty} onClick={() => onExport('qdc')}>
          {codebook.exportQdc}
        </button>
        <button type="button" class="button" disabled={isEmpty} onClick={() => onExport('csv')}>
          {codebook.exportCsv}
        </button>
      </span>
    </div>
  );
}
