import type { CarriedCode } from '../model/carried-code.ts';
import { codeTree, flatBranches } from '../model/code-tree.ts';
import { CODE_SHAPES, type Code } from '../model/codebook.ts';

export interface PlacedCodes {
  /** New codes of the codebook, each after the one above it. */
  added: Code[];
  /** Paths that were there already, in the codebook or in the file: what stands under them is added there. */
  known: string[][];
  /** Shortcuts that another code has; the new one goes without. */
  takenShortcuts: string[];
}

export interface Placing {
  codebookId: string;
  /** The codes that the codebook has. */
  existing: readonly Code[];
  /** Ids of all stored codes: a file's own ids are kept unless they are among these. */
  usedIds: ReadonlySet<string>;
  newId: () => string;
  initialsOf: (name: string) => string;
  /** Colour of codes that the file gives none. */
  defaultColor: string;
}

/** Makes codes of a codebook from those of a file, after what is there. No path comes to be there twice. */
export function placeCodes(carried: readonly CarriedCode[], placing: Placing): PlacedCodes {
  const { codebookId, existing, usedIds, newId, initialsOf, defaultColor } = placing;
  const result: PlacedCodes = { added: [], known: [], takenShortcuts: [] };
  const keyOf = (parentId: string | null, name: string) => JSON.stringify([parentId, name]);
  const idByPlace = new Map<string, string>();
  const nextPosition = new Map<string | null, number>();
  const ids = new Set(usedIds);
  const note = (code: Code) => {
    const place = keyOf(code.parentId, code.name);
    if (!idByPlace.has(place)) idByPlace.set(place, code.id);
    nextPosition.set(code.parentId, Math.max(nextPosition.get(code.parentId) ?? 0, code.position + 1));
    ids.add(code.id);
  };
  for (const { code } of flatBranches(codeTree(existing))) note(code);
  const shortcuts = new Set(existing.flatMap(({ shortcut }) => shortcut ?? []));

  const put = (nodes: readonly CarriedCode[], parentId: string | null, above: readonly string[]) => {
    for (const node of nodes) {
      const path = [...above, node.name];
      const known = idByPlace.get(keyOf(parentId, node.name));
      if (known !== undefined) {
        result.known.push(path);
        put(node.children, known, path);
        continue;
      }
      const isTaken = node.shortcut !== null && shortcuts.has(node.shortcut);
      if (node.shortcut !== null) {
        if (isTaken) result.takenShortcuts.push(node.shortcut);
        shortcuts.add(node.shortcut);
      }
      const code: Code = {
        id: node.guid !== null && !ids.has(node.guid) ? node.guid : newId(),
        codebookId,
        parentId,
        name: node.name,
        initials: initialsOf(node.name),
        description: node.description,
        color: node.color ?? defaultColor,
        position: nextPosition.get(parentId) ?? 0,
        shape: node.shape ?? CODE_SHAPES[(existing.length + result.added.length) % CODE_SHAPES.length] ?? '●',
        shortcut: isTaken ? null : node.shortcut,
        used: null,
      };
      note(code);
      result.added.push(code);
      put(node.children, code.id, path);
    }
  };
  put(carried, null, []);
  return result;
}
