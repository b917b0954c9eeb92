import { useState } from 'preact/hooks';
import { type CodeBranch, flatBranches } from '../../lib/model/code-tree.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { Words } from '../../lib/model/words.ts';
import { Dialog } from './dialog.tsx';

/** What hangs on a code. */
export interface CodeUsage {
  annotations: number;
  children: number;
  /** How many of the annotations carry another code, too, by its id. */
  both: ReadonlyMap<string, number>;
}

interface QuestionProps {
  words: Words;
  code: Code;
  usage: CodeUsage;
  onClose(): void;
}

/** Says what deleting a code does, and asks. */
export function RemoveDialog({
  words: { codebook },
  code,
  usage,
  onClose,
  onRemove,
}: QuestionProps & { onRemove(): void }) {
  return (
    <Dialog
      title={codebook.removeTitle(code.name)}
      cancel={codebook.cancel}
      sure={codebook.removeSure}
      isReady
      onSure={onRemove}
      onClose={onClose}
    >
      <p>{codebook.removeSays(usage.annotations, usage.children)}</p>
      <p class="hint">{codebook.undoable}</p>
    </Dialog>
  );
}

interface MergeProps extends QuestionProps {
  tree: readonly CodeBranch[];
  onMerge(intoId: string): void;
}

/** Asks into which code one is merged, and says what that does. */
export function MergeDialog({ words: { codebook }, code, usage, onClose, tree, onMerge }: MergeProps) {
  const [intoId, setIntoId] = useState('');
  const all = flatBranches(tree);
  const own = all.find((branch) => branch.code.id === code.id);
  const inside = own ? flatBranches([own]) : [];
  const into = all.find((branch) => branch.code.id === intoId)?.code;
  return (
    <Dialog
      title={codebook.mergeTitle(code.name)}
      cancel={codebook.cancel}
      sure={codebook.mergeSure}
      isReady={into !== undefined}
      onSure={() => onMerge(intoId)}
      onClose={onClose}
    >
      <label class="field">
        <span>{codebook.mergeInto}</span>
        <select value={intoId} onChange={({ currentTarget }) => setIntoId(currentTarget.value)}>
          <option value="" disabled />
          {all
            .filter((branch) => !inside.includes(branch))
            .map(({ code: other, path }) => (
              <option key={other.id} value={other.id}>
                {path.join(' / ')}
              </option>
            ))}
        </select>
      </label>
      <p role="status">
        {into &&
          codebook.mergeSays(usage.annotations, usage.both.get(into.id) ?? 0, usage.children, into.name)}
      </p>
      <p class="hint">{codebook.undoable}</p>
    </Dialog>
  );
}

/** One coding, as a reader knows it again. */
export interface CodingLine {
  id: string;
  quote: string;
  memo: string;
  /** Title of the report. */
  report: string;
}

interface SplitProps {
  words: Words;
  code: Code;
  codings: readonly CodingLine[];
  onClose(): void;
  onSplit(name: string, ids: string[]): void;
}

/** Asks which codings of a code become a new one. */
export function SplitDialog({ words: { codebook }, code, codings, onClose, onSplit }: SplitProps) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isAll = chosen.size === codings.length;
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  if (codings.length === 0) {
    return (
      <Dialog
        title={codebook.splitTitle(code.name)}
        cancel={codebook.cancel}
        sure={codebook.splitSure(0)}
        isReady={false}
        onSure={onClose}
        onClose={onClose}
      >
        <p>{codebook.splitNothing}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={codebook.splitTitle(code.name)}
      cancel={codebook.cancel}
      sure={codebook.splitSure(chosen.size)}
      isReady={chosen.size > 0 && name.trim() !== ''}
      onSure={() => onSplit(name.trim(), [...chosen])}
      onClose={onClose}
    >
      <label class="field">
        <span>{codebook.splitName}</span>
        <input
          type="text"
          maxLength={200}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <p class="hint">
        {codebook.splitHelp}
        {codebook.undoable}
      </p>
      <button
        type="button"
        class="button quiet"
        onClick={() => setChosen(new Set(isAll ? [] : codings.map(({ id }) => id)))}
      >
        {isAll ? codebook.chooseNone : codebook.chooseAll}
      </button>
      <ul class="codings">
        {codings.map(({ id, quote, memo, report }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
              />
              <span>
                <q>{quote}</q>
                {memo !== '' && <span class="memo">{memo}</span>}
                <small>{report}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
