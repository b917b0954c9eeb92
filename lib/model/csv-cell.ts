/** What a spreadsheet may take for a formula, after any apostrophes that were put before it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: what looks like a formula gets a leading apostrophe. */
export function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `harmless`. */
export function original(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Names from the top down as one cell: joined by " / ", with a "\" before a "/" or "\" that belongs to a name. */
export function joinPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\/]/g, '\\$&')).join(' / ');
}

/** The names of a path; white space around them is none of theirs. */
export function splitPath(path: string): string[] {
  const names: string[] = [''];
  for (const [, escaped, plain] of path.matchAll(/\\([\s\S])|([\s\S])/g)) {
    if (plain === '/') names.push('');
    else names.push((names.pop() ?? '') + (escaped ?? plain ?? ''));
  }
  return names.map((name) => name.trim());
}
