import { IMPORT_LIMITS, type ImportError, type ImportFault } from '../model/carried-code.ts';
import { CODE_SHAPES } from '../model/codebook.ts';

/** Gathers what is wrong with a file; stops listing at some point, for a reader mends a few at a time. */
const LISTED = 20;

export class Complaints {
  readonly errors: ImportError[] = [];
  add(fault: ImportFault, where: { line?: number | null; path?: string[]; detail?: string } = {}): void {
    const { line = null, path = [], detail = '' } = where;
    if (this.errors.length < LISTED) this.errors.push({ fault, line, path, detail: detail.slice(0, 200) });
  }
}

/** `#rgb` and `#rrggbb` (REFI-QDA `RGBType`) as `#rrggbb` in lower case; `null`: neither. */
export function colorOf(written: string): string | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(written.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}

/** What is wrong with a name and a description; the name comes trimmed. */
export function faultsOfWords(name: string, description: string): ImportFault[] {
  return [
    ...(name === '' ? (['missing-name'] as const) : []),
    ...(name.length > IMPORT_LIMITS.name ? (['long-name'] as const) : []),
    ...(description.length > IMPORT_LIMITS.description ? (['long-description'] as const) : []),
  ];
}

export function isShape(written: string): boolean {
  return CODE_SHAPES.some((shape) => shape === written);
}

/** One letter or a digit from 1 to 9. */
export function isShortcut(written: string): boolean {
  return /^[a-z1-9]$/.test(written);
}
