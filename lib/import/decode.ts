const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file: by its byte-order mark, else by the first of the encodings that its bytes fit. `null`: none.
 * Chinese Excel writes CSV in GB 18030 unless it is told otherwise.
 */
export function decode(bytes: Uint8Array, encodings: readonly string[]): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  for (const encoding of marked ? [marked] : encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this one, or not one that is known
    }
  }
  return null;
}

/** The encoding that an XML declaration names (XML 1.0, section 4.3.3); UTF-8 when it names none. */
export function declaredEncoding(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}
