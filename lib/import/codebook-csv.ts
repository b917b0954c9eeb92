import Papa from 'papaparse';
import { type CarriedCode, IMPORT_LIMITS, type ImportResult } from '../model/carried-code.ts';
import { CODEBOOK_COLUMNS, type CodebookColumn } from '../model/codebook-columns.ts';
import { original, splitPath } from '../model/csv-cell.ts';
import { Complaints, colorOf, faultsOfWords, isShape, isShortcut } from './codebook-fields.ts';

const SEPARATORS = [',', ';', '\t'];

interface Row {
  /** Where it begins in the file, from 1. */
  line: number;
  cells: string[];
}

/**
 * Reads a codebook from CSV, each field checked, all or nothing. Columns stand in any order and are known by their
 * names in any of `headings`, or by those of `CODEBOOK_COLUMNS`; others are left alone. A code whose row has no path
 * stands at the top; codes that a path goes through but no row describes are made. Of rows that say the same path
 * each makes a code.
 */
export function readCodebookCsv(
  text: string,
  headings: readonly Record<CodebookColumn, string>[],
): ImportResult {
  const complaints = new Complaints();
  const { errors } = complaints;
  const [first, ...rows] = readRows(text.replace(/^\ufeff/, ''), complaints);
  const places = new Map(
    CODEBOOK_COLUMNS.map((column) => {
      const names = [column, ...headings.map((each) => each[column])].map((name) => name.toLowerCase());
      return [column, first?.cells.findIndex((cell) => names.includes(cell.trim().toLowerCase())) ?? -1];
    }),
  );
  if (places.get('name') === -1 && places.get('path') === -1) complaints.add('no-name-column', { line: 1 });
  if (errors.length > 0) return { ok: false, errors };
  if (rows.length === 0) complaints.add('no-codes');
  if (rows.length > IMPORT_LIMITS.codes) complaints.add('too-many');
  const codes: CarriedCode[] = [];
  /** Codes that a path went through before a row described them. */
  const implied = new Set<CarriedCode>();
  for (const { line, cells } of rows.slice(0, IMPORT_LIMITS.codes)) {
    const cell = (column: CodebookColumn) => original(cells[places.get(column) ?? -1] ?? '');
    const named = cell('name').trim();
    const written = cell('path').trim();
    const path = written === '' ? [named] : splitPath(written);
    const name = path.at(-1) ?? '';
    const description = cell('description');
    if (named !== '' && named !== name) complaints.add('path-and-name', { line, path, detail: named });
    for (const fault of faultsOfWords(name, description)) complaints.add(fault, { line, path });
    if (path.slice(0, -1).includes('')) complaints.add('missing-name', { line, path });
    const isTooDeep = path.length > IMPORT_LIMITS.depth;
    if (isTooDeep) complaints.add('too-deep', { line, path: path.slice(0, 3) });
    const [color, shape, shortcut] = [cell('colour').trim(), cell('shape').trim(), cell('shortcut').trim()];
    if (color !== '' && colorOf(color) === null) complaints.add('bad-color', { line, path, detail: color });
    if (shape !== '' && !isShape(shape)) complaints.add('bad-shape', { line, path, detail: shape });
    const key = shortcut.toLowerCase();
    if (key !== '' && !isShortcut(key)) complaints.add('bad-shortcut', { line, path, detail: shortcut });
    if (isTooDeep) continue;
    const code = put(codes, path, implied);
    Object.assign(code, {
      description,
      color: colorOf(color),
      shape: shape === '' ? null : shape,
      shortcut: key === '' ? null : key,
    });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, codes, sets: 0 };
}

/** A code at a path: the one that was only implied so far, else a new one after its siblings. */
function put(codes: CarriedCode[], path: string[], implied: Set<CarriedCode>): CarriedCode {
  let siblings = codes;
  for (const name of path.slice(0, -1)) {
    let above = siblings.findLast((each) => each.name === name);
    if (!above) {
      above = bare(name);
      siblings.push(above);
      implied.add(above);
    }
    siblings = above.children;
  }
  const name = path.at(-1) ?? '';
  const known = siblings.findLast((each) => each.name === name);
  if (known && implied.delete(known)) return known;
  const code = bare(name);
  siblings.push(code);
  return code;
}

function bare(name: string): CarriedCode {
  return { guid: null, name, description: '', color: null, shape: null, shortcut: null, children: [] };
}

/** The rows that aren't blank; complains of quotes that don't end. */
function readRows(text: string, complaints: Complaints): Row[] {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = SEPARATORS.map((separator) => heading.split(separator).length);
  const delimiter = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  const rows: Row[] = [];
  let [at, line] = [0, 1];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: /^[^\r\n]*\r\n/.test(text) ? '\r\n' : /^[^\r\n]*\r/.test(text) ? '\r' : '\n',
    step: ({ data, errors, meta }) => {
      for (const { message } of errors) complaints.add('malformed', { line, detail: message });
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      line += text.slice(at, meta.cursor).split(/\r\n|\r|\n/).length - 1;
      at = meta.cursor;
    },
  });
  return rows;
}
