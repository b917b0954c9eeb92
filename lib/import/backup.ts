import {
  BACKUP_FORMAT,
  BACKUP_MANIFEST,
  BACKUP_TABLE_NAMES,
  BACKUP_VERSION,
  type BackupManifest,
  type BackupPart,
  type BackupTable,
  type Batch,
  UNPACK_LIMITS,
} from '../model/backup.ts';
import type { BackupError } from '../model/export-words.ts';
import { fields, filled, hash, list, moment, offset, oneOf } from './fields.ts';
import { forbiddenKey, RECORDS } from './records.ts';
import { References } from './references.ts';
import { Refusals, RefusedError } from './refusal.ts';
import { Unpacker, type ZipEntry, zipEntries } from './zip.ts';

/** Brings a record of an older schema up to the present one; the index counts records of the table. */
export type Migrate = (table: BackupTable, record: object, schema: number, index: number) => object;

export type Inspection =
  | { ok: true; manifest: BackupManifest; counts: Record<BackupTable, number> }
  | { ok: false; errors: BackupError[] };

const MANIFEST_FIELDS = fields({
  format: oneOf(BACKUP_FORMAT),
  version: offset,
  schema: offset,
  generator: filled,
  created: moment,
  parts: list(fields({ name: filled, table: oneOf(...BACKUP_TABLE_NAMES), rows: offset, sha256: hash })),
});

/**
 * Reads a backup from end to end without keeping it: its form, each record's fields, ids and references. What is wrong
 * is said with file, line and field. `schema` is that of the present database.
 */
export async function inspectBackup(file: Blob, schema: number, migrate: Migrate): Promise<Inspection> {
  const refusals = new Refusals();
  try {
    const backup = await BackupFile.open(file, schema, migrate);
    const counts = Object.fromEntries(BACKUP_TABLE_NAMES.map((name) => [name, 0])) as Record<
      BackupTable,
      number
    >;
    for await (const { table, rows } of checked(backup, refusals)) {
      counts[table] += rows.length;
      if (refusals.isFull) break;
    }
    if (refusals.errors.length > 0) return { ok: false, errors: refusals.errors };
    return { ok: true, manifest: backup.manifest, counts };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { ok: false, errors: [...refusals.errors, error.refusal] };
  }
}

/**
 * The records of a backup, part by part, checked again: the file may be another since it was inspected. Throws a
 * `RefusedError`, at the latest when all records have come, so whoever stores them must be able to take it back.
 */
export async function* backupBatches(file: Blob, schema: number, migrate: Migrate): AsyncGenerator<Batch> {
  const refusals = new Refusals();
  const failing = () => {
    const [first] = refusals.errors;
    if (first) throw new RefusedError(first.fault, first.file, first.line, first.detail);
  };
  for await (const batch of checked(await BackupFile.open(file, schema, migrate), refusals)) {
    failing();
    yield batch;
  }
  failing();
}

/** Yields the records of a backup; what is wrong with them is complained of before each part, and at the end. */
async function* checked(backup: BackupFile, refusals: Refusals): AsyncGenerator<Batch> {
  const references = new References();
  for await (const { part, rows } of backup.parts()) {
    for (const [index, row] of rows.entries()) {
      const wrong = RECORDS[part.table](row);
      if (wrong !== null) refusals.add('bad-field', part.name, index + 1, wrong);
      else references.note(part.table, row, part.name, index + 1, refusals);
    }
    yield { table: part.table, rows };
  }
  references.check(refusals);
}

class BackupFile {
  readonly manifest: BackupManifest;
  readonly #entries: Map<string, ZipEntry>;
  readonly #unpacker: Unpacker;
  readonly #migrate: Migrate;

  private constructor(
    manifest: BackupManifest,
    entries: Map<string, ZipEntry>,
    unpacker: Unpacker,
    migrate: Migrate,
  ) {
    this.manifest = manifest;
    this.#entries = entries;
    this.#unpacker = unpacker;
    this.#migrate = migrate;
  }

  static async open(file: Blob, schema: number, migrate: Migrate): Promise<BackupFile> {
    const entries = new Map((await zipEntries(file)).map((entry) => [entry.name, entry]));
    const unpacker = new Unpacker(file);
    const entry = entries.get(BACKUP_MANIFEST);
    if (!entry) throw new RefusedError('not-a-backup', BACKUP_MANIFEST);
    const manifest = readJson(decoded(await unpacker.bytes(entry), BACKUP_MANIFEST), BACKUP_MANIFEST, null);
    const { format, version, schema: stated } = (manifest ?? {}) as Record<string, unknown>;
    if (format !== BACKUP_FORMAT) throw new RefusedError('not-a-backup', BACKUP_MANIFEST);
    // a newer one may have another form altogether: it is not looked at further
    if (Number(version) > BACKUP_VERSION || Number(stated) > schema) {
      throw new RefusedError(
        'newer',
        BACKUP_MANIFEST,
        null,
        String(Math.max(Number(version), Number(stated))),
      );
    }
    const wrong = MANIFEST_FIELDS(manifest);
    if (wrong !== null) throw new RefusedError('bad-manifest', BACKUP_MANIFEST, null, wrong);
    const known = manifest as BackupManifest;
    const names = new Set([BACKUP_MANIFEST, ...known.parts.map(({ name }) => name)]);
    if (names.size !== known.parts.length + 1)
      throw new RefusedError('bad-manifest', BACKUP_MANIFEST, null, 'parts');
    for (const name of entries.keys()) if (!names.has(name)) throw new RefusedError('unknown-file', name);
    for (const name of names) if (!entries.has(name)) throw new RefusedError('missing-file', name);
    if (known.parts.reduce((sum, { rows }) => sum + rows, 0) > UNPACK_LIMITS.rows) {
      throw new RefusedError('too-big', BACKUP_MANIFEST);
    }
    return new BackupFile(known, entries, unpacker, migrate);
  }

  async *parts(): AsyncGenerator<{ part: BackupPart; rows: object[] }> {
    const seen = new Map<BackupTable, number>();
    for (const part of this.manifest.parts) {
      const entry = this.#entries.get(part.name);
      if (!entry) throw new RefusedError('missing-file', part.name);
      const bytes = await this.#unpacker.bytes(entry);
      if ((await sha256(bytes)) !== part.sha256) throw new RefusedError('bad-hash', part.name);
      const lines = decoded(bytes, part.name).split('\n');
      if (lines.pop() !== '' || lines.length !== part.rows) throw new RefusedError('bad-count', part.name);
      const before = seen.get(part.table) ?? 0;
      seen.set(part.table, before + lines.length);
      yield {
        part,
        rows: lines.map((line, index) => this.#record(line, part, index, before + index)),
      };
    }
  }

  #record(line: string, { name, table }: BackupPart, index: number, count: number): object {
    const value = readJson(line, name, index + 1);
    if (typeof value !== 'object' || value === null) throw new RefusedError('bad-json', name, index + 1);
    return this.#migrate(table, value, this.manifest.schema, count);
  }
}

function readJson(text: string, file: string, line: number | null): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RefusedError('bad-json', file, line, error instanceof Error ? error.message : '');
  }
  const key = forbiddenKey(value);
  if (key !== null) throw new RefusedError('bad-key', file, line, key);
  return value;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RefusedError('not-utf8', file);
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
