import { readFileSync } from 'node:fs';
import { decodePage, looksLikeHtml } from '../../lib/import/page-bytes.ts';

/** Kinds of file that are neither page nor text, by name. Some hold a page all the same: old `.doc` exports do. */
const FOREIGN_NAME =
  /\.(?:pdf|ofd|docx?|wps|rtf|odt|xlsx?|et|pptx?|dps|mht|mhtml|zip|rar|7z|gz|jpe?g|png|gif|webp|tiff?|bmp)$/i;
/** The first bytes of PDF, RTF, ZIP (.docx, .ofd), OLE (.doc, .wps), RAR, gzip, PNG and JPEG, as Latin-1. */
const FOREIGN_STARTS = [
  '%PDF-',
  '{\\rtf',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0',
  'Rar!',
  '\x1f\x8b',
  '\x89PNG',
  '\xff\xd8\xff',
];
const START = 65_536;

/**
 * Bytes of a report's file: a page or a text with something in it. Throws a sentence that names the file as the
 * reader did when it does not exist, can't be read, is empty, or is neither. `path`: where it lies; 0 is standard
 * input.
 */
export function readSource(file: string, path: string | 0): Buffer {
  const name = path === 0 ? 'Standard input' : `The file ${file}`;
  const bytes = readBytes(name, path);
  if (isForeign(bytes) || (!looksLikeHtml('', bytes) && FOREIGN_NAME.test(file))) {
    throw new Error(`${name} is neither a saved page (.html) nor a plain text (.txt).`);
  }
  // a byte-order mark counts as white space
  if (decodePage(bytes).trim() === '') throw new Error(`${name} is empty.`);
  return bytes;
}

function readBytes(name: string, path: string | 0): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Error(`${name} does not exist.`);
    if (code === 'EISDIR') throw new Error(`${name} is a folder.`);
    throw new Error(`${name} cannot be read.`);
  }
}

/** Texts have no zero bytes, but for UTF-16, which is told by its mark; a page may have strayed ones. */
function isForeign(bytes: Buffer): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const start = bytes.toString('latin1', 0, 16);
  if (FOREIGN_STARTS.some((each) => start.startsWith(each))) return true;
  return bytes.subarray(0, START).includes(0) && !looksLikeHtml('', bytes);
}
