import { type CodeBranch, flatBranches } from '../../lib/model/code-tree.ts';

export const DIRECTIONS = ['up', 'down', 'out', 'in'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A place in the tree: under a parent, at an index among its codes, the one that moves left out. */
export interface Place {
  parentId: string | null;
  position: number;
}

interface Standing extends Place {
  siblings: readonly CodeBranch[];
  parent: CodeBranch | null;
}

function standingOf(tree: readonly CodeBranch[], id: string): Standing | null {
  for (const parent of [null, ...flatBranches(tree)]) {
    const siblings = parent?.branches ?? tree;
    const position = siblings.findIndex(({ code }) => code.id === id);
    if (position >= 0) return { parentId: parent?.code.id ?? null, position, siblings, parent };
  }
  return null;
}

/** Where a code goes by one step; `null`: it can't. Up and down among its siblings, out to its parent's level, in under the sibling before it. */
export function placeTowards(tree: readonly CodeBranch[], id: string, direction: Direction): Place | null {
  const from = standingOf(tree, id);
  if (!from) return null;
  const { parentId, position, siblings, parent } = from;
  if (direction === 'up') return position > 0 ? { parentId, position: position - 1 } : null;
  if (direction === 'down') {
    return position < siblings.length - 1 ? { parentId, position: position + 1 } : null;
  }
  if (direction === 'in') {
    const before = siblings[position - 1];
    return before ? { parentId: before.code.id, position: before.branches.length } : null;
  }
  const outer = parent && standingOf(tree, parent.code.id);
  return outer ? { parentId: outer.parentId, position: outer.position + 1 } : null;
}

/** Where on a code another is dropped. */
export type Zone = 'before' | 'into' | 'after';

/** Where a code goes that is dropped on another; `null`: it can't go there. */
export function placeAt(tree: readonly CodeBranch[], id: string, targetId: string, zone: Zone): Place | null {
  const all = flatBranches(tree);
  const moved = all.find(({ code }) => code.id === id);
  const target = all.find(({ code }) => code.id === targetId);
  const at = standingOf(tree, targetId);
  if (!moved || !target || !at || flatBranches([moved]).includes(target)) return null;
  const others = (branches: readonly CodeBranch[]) => branches.filter((branch) => branch !== moved);
  if (zone === 'into') return { parentId: targetId, position: others(target.branches).length };
  const position = others(at.siblings).indexOf(target) + (zone === 'after' ? 1 : 0);
  return { parentId: at.parentId, position };
}

/** Names and numbers of where a code stands, as they are announced. */
export function standing(tree: readonly CodeBranch[], id: string) {
  const found = standingOf(tree, id);
  return (
    found && {
      under: found.parent?.code.name ?? null,
      number: found.position + 1,
      count: found.siblings.length,
    }
  );
}

/** The code to go to when one is gone: the next sibling, the one before, or the parent. */
export function neighbourOf(tree: readonly CodeBranch[], id: string): string | null {
  const found = standingOf(tree, id);
  if (!found) return null;
  const { siblings, position, parentId } = found;
  return (siblings[position + 1] ?? siblings[position - 1])?.code.id ?? parentId;
}
