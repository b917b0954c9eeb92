import type { Code } from './codebook.ts';

/** A code with those under it, siblings in their order. */
export interface CodeBranch {
  code: Code;
  /** Names from the top down to the code's own. */
  path: string[];
  branches: CodeBranch[];
}

/** Codes as a tree. One whose parent isn't among them stands at the top. */
export function codeTree(codes: readonly Code[]): CodeBranch[] {
  const ids = new Set(codes.map(({ id }) => id));
  const byParent = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parent = code.parentId !== null && ids.has(code.parentId) ? code.parentId : null;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(code);
    else byParent.set(parent, [code]);
  }
  const under = (parentId: string | null, above: readonly string[]): CodeBranch[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map((code) => {
        const path = [...above, code.name];
        return { code, path, branches: under(code.id, path) };
      });
  return under(null, []);
}

/** All branches of a tree, each before those under it. */
export function flatBranches(branches: readonly CodeBranch[]): CodeBranch[] {
  return branches.flatMap((branch) => [branch, ...flatBranches(branch.branches)]);
}
