/** A code as files carry it: what a file doesn't say is `null`. */
export interface CarriedCode {
  /** A UUID, lower case. */
  guid: string | null;
  /** Never blank. */
  name: string;
  description: string;
  /** `#rrggbb`, lower case. */
  color: string | null;
  shape: string | null;
  shortcut: string | null;
  children: CarriedCode[];
}

/** What is wrong with a file that should become codes, as a reader would tell it apart. */
export const IMPORT_FAULTS = [
  'too-big',
  'not-text',
  /** The file does not follow the rules of its format; `detail` is what the parser says. */
  'malformed',
  /** It declares a document type, which may hide entities. */
  'doctype',
  'not-a-codebook',
  /** An element that the standard doesn't know there; `detail` is its name. */
  'unknown-element',
  'unknown-attribute',
  'missing-guid',
  'bad-guid',
  'double-guid',
  'missing-name',
  'long-name',
  'long-description',
  'bad-codable',
  'bad-color',
  'bad-shape',
  'bad-shortcut',
  'too-deep',
  'too-many',
  'no-codes',
  /** A table without the column that names the codes. */
  'no-name-column',
  /** The path of a row ends otherwise than in its name. */
  'path-and-name',
] as const;
export type ImportFault = (typeof IMPORT_FAULTS)[number];

export interface ImportError {
  fault: ImportFault;
  /** Line of the file, from 1; `null`: not known. */
  line: number | null;
  /** Names down to the code concerned; empty when it is the whole file. */
  path: string[];
  /** The words concerned; '' when there are none. */
  detail: string;
}

/** All or nothing: codes, or everything that is wrong. */
export type ImportResult =
  | { ok: true; codes: CarriedCode[] /** How many sets of codes were left out. */; sets: number }
  | { ok: false; errors: ImportError[] };

/** What is taken from a file, at most; a code of a reader's own never comes near. Lengths in UTF-16 units. */
export const IMPORT_LIMITS = {
  bytes: 10_000_000,
  codes: 10_000,
  depth: 50,
  name: 1_000,
  description: 100_000,
} as const;
