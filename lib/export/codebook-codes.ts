import type { CarriedCode } from '../model/carried-code.ts';
import type { CodeBranch } from '../model/code-tree.ts';
import { ID_PATTERN } from '../model/id.ts';

/** Codes of the database as files carry them. */
export function carriedCodes(branches: readonly CodeBranch[]): CarriedCode[] {
  return branches.map(({ code, branches: under }) => ({
    guid: guidOf(code.id),
    name: code.name,
    description: code.description,
    color: code.color,
    shape: code.shape,
    shortcut: code.shortcut,
    children: carriedCodes(under),
  }));
}

/**
 * The UUID that stands for an id in files: the id itself when it is one, else one that is made of its letters and
 * always the same (RFC 9562, version 8; four FNV-1a hashes).
 */
export function guidOf(id: string): string {
  if (ID_PATTERN.test(id)) return id;
  const hex = [1, 2, 3, 4].map((lane) => fnv1a(`${lane}${id}`).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
