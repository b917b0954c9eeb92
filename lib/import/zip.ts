import { Inflate } from 'fflate';
import { UNPACK_LIMITS } from '../model/backup.ts';
import { RefusedError } from './refusal.ts';

/** A file in a zip. Sizes are what the zip says: what is unpacked is counted anew. */
export interface ZipEntry {
  name: string;
  method: number;
  /** Bytes it takes in the zip. */
  packed: number;
  /** Where its local header begins. */
  offset: number;
}

/** A zip's end record (APPNOTE 4.3.16) with the longest comment. */
const END = 22;
const LONGEST_END = END + 65_535;
const CENTRAL = 46;
const LOCAL = 30;
/** Bytes taken from the file at a time. */
const CHUNK = 1 << 16;

/**
 * The files of a zip by its directory, which stands at its end: a zip that was cut off has none. Names that lead
 * elsewhere are refused, and so are two files of one name. Throws a `RefusedError`.
 */
export async function zipEntries(zip: Blob): Promise<ZipEntry[]> {
  const start = await bytesOf(zip, 0, 4);
  if (zip.size < END || readU32(start, 0) !== 0x04034b50) throw new RefusedError('not-a-backup');
  const tailStart = Math.max(0, zip.size - LONGEST_END);
  const tail = await bytesOf(zip, tailStart, zip.size);
  let end = tail.length - END;
  while (end >= 0 && readU32(tail, end) !== 0x06054b50) end--;
  if (end < 0) throw new RefusedError('truncated');
  const count = readU16(tail, end + 10);
  const size = readU32(tail, end + 12);
  const offset = readU32(tail, end + 16);
  if (offset + size > tailStart + end) throw new RefusedError('truncated');
  if (count > UNPACK_LIMITS.entries) throw new RefusedError('too-big');
  const directory = await bytesOf(zip, offset, offset + size);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL > directory.length || readU32(directory, at) !== 0x02014b50) {
      throw new RefusedError('not-a-backup', '', null, `directory entry ${index + 1}`);
    }
    const nameLength = readU16(directory, at + 28);
    const name = new TextDecoder().decode(directory.subarray(at + CENTRAL, at + CENTRAL + nameLength));
    if (!isSafe(name)) throw new RefusedError('bad-name', name);
    if (names.has(name)) throw new RefusedError('bad-name', name, null, 'twice');
    names.add(name);
    const isEncrypted = (readU16(directory, at + 8) & 1) === 1;
    const method = readU16(directory, at + 10);
    if (isEncrypted || (method !== 0 && method !== 8)) throw new RefusedError('not-a-backup', name);
    entries.push({
      name,
      method,
      packed: readU32(directory, at + 20),
      offset: readU32(directory, at + 42),
    });
    at += CENTRAL + nameLength + readU16(directory, at + 30) + readU16(directory, at + 32);
  }
  return entries;
}

/** A relative path of plain names: nothing that leads up, to a root or to a drive. */
function isSafe(name: string): boolean {
  return (
    name !== '' &&
    !/[\\:\p{Cc}]/u.test(name) &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** Unpacks files of one zip and counts what comes out: more than is taken is refused while it comes. */
export class Unpacker {
  readonly #zip: Blob;
  #total = 0;

  constructor(zip: Blob) {
    this.#zip = zip;
  }

  /** The bytes of a file. Throws a `RefusedError`. */
  async bytes({ name, method, packed, offset }: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const header = await bytesOf(this.#zip, offset, offset + LOCAL);
    if (header.length < LOCAL || readU32(header, 0) !== 0x04034b50)
      throw new RefusedError('not-a-backup', name);
    const begin = offset + LOCAL + readU16(header, 26) + readU16(header, 28);
    if (begin + packed > this.#zip.size) throw new RefusedError('truncated', name);
    const pieces: Uint8Array[] = [];
    let size = 0;
    let isWhole = method === 0;
    const take = (piece: Uint8Array) => {
      size += piece.length;
      this.#count(piece.length, size, name);
      pieces.push(piece.slice());
    };
    const inflate = new Inflate((piece, isLast) => {
      take(piece);
      if (isLast) isWhole = true;
    });
    for (let from = 0; from < packed; from += CHUNK) {
      const to = Math.min(packed, from + CHUNK);
      const chunk = await bytesOf(this.#zip, begin + from, begin + to);
      if (method === 0) take(chunk);
      else inflated(inflate, chunk, to === packed, name);
    }
    if (!isWhole) throw new RefusedError('truncated', name);
    return joined(pieces, size);
  }

  #count(added: number, size: number, name: string): void {
    this.#total += added;
    const { total, free, ratio, part } = UNPACK_LIMITS;
    const isBomb = this.#total > free && this.#total > ratio * this.#zip.size;
    if (isBomb || this.#total > total || size > part) throw new RefusedError('too-big', name);
  }
}

function inflated(inflate: Inflate, chunk: Uint8Array, isLast: boolean, name: string): void {
  try {
    inflate.push(chunk, isLast);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError('truncated', name, null, error instanceof Error ? error.message : '');
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function bytesOf(zip: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await zip.slice(start, end).arrayBuffer());
}

const readU16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const readU32 = (bytes: Uint8Array, at: number) =>
  (readU16(bytes, at) | (readU16(bytes, at + 2) << 16)) >>> 0;
