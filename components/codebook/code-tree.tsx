import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CodeBranch } from '../../lib/model/code-tree.ts';
import type { Words } from '../../lib/model/words.ts';
import { type Direction, type Place, placeAt, type Zone } from './places.ts';

interface CodeTreeProps {
  words: Words;
  tree: readonly CodeBranch[];
  /** Codings of each code, by its id. */
  counts: ReadonlyMap<string, number>;
  selectedId: string | null;
  /** When this number rises, the selected row takes the focus. */
  focusCall: number;
  onSelect(id: string): void;
  onMove(id: string, place: Place): void;
  onStep(id: string, direction: Direction): void;
  onRename(): void;
  onRemove(): void;
}

interface Row {
  branch: CodeBranch;
  parent: Row | null;
  level: number;
  number: number;
  siblings: number;
}

const STEPS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** The codes as a tree (WAI-ARIA APG, tree view): arrow keys go about, Alt with arrow keys moves a code. */
export function CodeTree(props: CodeTreeProps) {
  const { words, tree, counts, selectedId, focusCall, onSelect, onMove, onStep, onRename, onRemove } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<{ id: string; zone: Zone } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** The keyboard is in the tree: a row that is moved in the document would lose it. */
  const hasKeyboard = useRef(false);
  const rows = visibleRows(tree, folded);
  const current = Math.max(
    0,
    rows.findIndex(({ branch }) => branch.code.id === selectedId),
  );
  const focusCurrent = () => box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();

  useEffect(() => {
    if (focusCall > 0) focusCurrent();
  }, [focusCall]);
  useLayoutEffect(() => {
    if (hasKeyboard.current && !box.current?.contains(document.activeElement)) focusCurrent();
  });
  // a code that was moved under a folded one is shown
  useEffect(() => {
    if (selectedId === null) return;
    const above = ancestorsOf(tree, selectedId).filter((id) => folded.has(id));
    if (above.length > 0) setFolded(new Set([...folded].filter((id) => !above.includes(id))));
  }, [tree, selectedId]);

  const go = (row: Row | null | undefined) => {
    if (!row) return;
    onSelect(row.branch.code.id);
    box.current?.querySelector<HTMLElement>(`[data-code="${row.branch.code.id}"]`)?.focus();
  };
  const fold = (id: string, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row || event.isComposing || event.ctrlKey || event.metaKey) return;
    const { id } = row.branch.code;
    const direction = STEPS[event.key];
    const isOpen = row.branch.branches.length > 0 && !folded.has(id);
    if (event.altKey) {
      if (!direction) return;
      onStep(id, direction);
    } else if (event.key === 'ArrowDown') go(rows[current + 1]);
    else if (event.key === 'ArrowUp') go(rows[current - 1]);
    else if (event.key === 'Home') go(rows[0]);
    else if (event.key === 'End') go(rows.at(-1));
    else if (event.key === 'ArrowRight') {
      if (isOpen) go(rows[current + 1]);
      else fold(id, false);
    } else if (event.key === 'ArrowLeft') {
      if (isOpen) fold(id, true);
      else go(row.parent);
    } else if (event.key === 'F2' || event.key === 'Enter') onRename();
    else if (event.key === 'Delete') onRemove();
    else if (/^\S$/u.test(event.key)) go(startingWith(rows, current, event.key.toLowerCase()));
    else return;
    event.preventDefault();
  };

  return (
    <div
      class="code-tree"
      role="tree"
      aria-label={words.codebook.tree}
      ref={box}
      onKeyDown={onKeyDown}
      onFocusIn={() => {
        hasKeyboard.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null) hasKeyboard.current = false;
      }}
    >
      {rows.map(({ branch, level, number, siblings }, index) => {
        const { code, branches } = branch;
        const count = counts.get(code.id) ?? 0;
        const place = dragged && target?.id === code.id ? placeAt(tree, dragged, code.id, target.zone) : null;
        return (
          <div
            key={code.id}
            class="code-row"
            role="treeitem"
            tabIndex={index === current ? 0 : -1}
            data-code={code.id}
            data-zone={place ? target?.zone : undefined}
            aria-level={level}
            aria-posinset={number}
            aria-setsize={siblings}
            aria-selected={code.id === selectedId}
            aria-expanded={branches.length > 0 ? !folded.has(code.id) : undefined}
            style={{ '--code': code.color, '--level': level }}
            draggable
            onClick={(event) => {
              const isFold = event.target instanceof Element && event.target.closest('.fold') !== null;
              if (isFold && branches.length > 0) fold(code.id, !folded.has(code.id));
              else onSelect(code.id);
            }}
            onKeyDown={() => undefined}
            onDragStart={(event) => {
              event.dataTransfer?.setData('text/plain', code.name);
              setDragged(code.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setTarget(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              const zone = zoneOf(event);
              if (placeAt(tree, dragged, code.id, zone)) event.preventDefault();
              if (target?.id !== code.id || target.zone !== zone) setTarget({ id: code.id, zone });
            }}
            onDrop={(event) => {
              event.preventDefault();
              const to = dragged && placeAt(tree, dragged, code.id, zoneOf(event));
              if (dragged && to) onMove(dragged, to);
              setDragged(null);
              setTarget(null);
            }}
          >
            <span class="fold" aria-hidden="true" />
            <span class="shape" aria-hidden="true">
              {code.shape}
            </span>
            <span class="name">{code.name}</span>
            {code.shortcut && <kbd>{code.shortcut}</kbd>}
            {count > 0 && <span class="count">{words.codebook.codings(count)}</span>}
          </div>
        );
      })}
    </div>
  );
}

function visibleRows(
  branches: readonly CodeBranch[],
  folded: ReadonlySet<string>,
  parent: Row | null = null,
): Row[] {
  return branches.flatMap((branch, index) => {
    const level = (parent?.level ?? 0) + 1;
    const row: Row = { branch, parent, level, number: index + 1, siblings: branches.length };
    return folded.has(branch.code.id) ? [row] : [row, ...visibleRows(branch.branches, folded, row)];
  });
}

function ancestorsOf(branches: readonly CodeBranch[], id: string): string[] {
  for (const { code, branches: under } of branches) {
    if (under.some((each) => each.code.id === id)) return [code.id];
    const deeper = ancestorsOf(under, id);
    if (deeper.length > 0) return [code.id, ...deeper];
  }
  return [];
}

/** The next row whose name or initials begin with what was typed. */
function startingWith(rows: readonly Row[], current: number, typed: string): Row | undefined {
  const turned = [...rows.slice(current + 1), ...rows.slice(0, current)];
  return turned.find(({ branch: { code } }) =>
    [code.name.toLowerCase(), code.initials].some((words) => words.startsWith(typed)),
  );
}

/** The upper and lower quarter of a row mean its neighbourhood, the middle the code itself. */
function zoneOf(event: DragEvent & { currentTarget: HTMLElement }): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  return share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'into';
}
