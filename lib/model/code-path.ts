import type { Code } from './codebook.ts';

/** Names from the top of the codebook down to a code's own; empty when the code is gone. */
export function codePath(codeId: string, codeById: ReadonlyMap<string, Code>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let code = codeById.get(codeId);
    code && !seen.has(code.id);
    code = codeById.get(code.parentId ?? '')
  ) {
    seen.add(code.id);
    path.unshift(code.name);
  }
  return path;
}
