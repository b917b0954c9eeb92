import { carriedCodes } from '../../lib/export/codebook-codes.ts';
import { codebookCsv } from '../../lib/export/codebook-csv.ts';
import { codebookQdc } from '../../lib/export/codebook-qdc.ts';
import { readCodebookCsv } from '../../lib/import/codebook-csv.ts';
import { readQdc } from '../../lib/import/codebook-qdc.ts';
import { declaredEncoding, decode } from '../../lib/import/decode.ts';
import { WORDS } from '../../lib/messages/words-for.ts';
import { IMPORT_LIMITS, type ImportFault, type ImportResult } from '../../lib/model/carried-code.ts';
import type { CodeBranch } from '../../lib/model/code-tree.ts';
import type { Words } from '../../lib/model/words.ts';
import { offerFile } from '../library/offer-file.ts';

export type CodebookFormat = 'qdc' | 'csv';

/** Lets the reader save a codebook as a file. */
export function offerCodebook(
  tree: readonly CodeBranch[],
  name: string,
  format: CodebookFormat,
  words: Words,
): void {
  const codes = carriedCodes(tree);
  // what file systems don't take in a name
  const file = `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'zhupi'}.${format}`;
  if (format === 'qdc') offerFile(file, 'application/xml', codebookQdc(codes, 'Zhupi'));
  else offerFile(file, 'text/csv;charset=utf-8', codebookCsv(codes, words.codebook.columns));
}

/** Codes from a file that the reader chose: XML by its name, else CSV. */
export async function readCodebook(file: File): Promise<ImportResult> {
  if (file.size > IMPORT_LIMITS.bytes) return refused('too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isXml = /\.(?:qdc|xml)$/i.test(file.name);
  const text = decode(bytes, isXml ? [declaredEncoding(bytes), 'utf-8'] : ['utf-8', 'gb18030']);
  if (text === null) return refused('not-text');
  if (!isXml)
    return readCodebookCsv(
      text,
      Object.values(WORDS).map(({ codebook }) => codebook.columns),
    );
  return readQdc(text, (xml) => new DOMParser().parseFromString(xml, 'application/xml'));
}

function refused(fault: ImportFault): ImportResult {
  return { ok: false, errors: [{ fault, line: null, path: [], detail: '' }] };
}
