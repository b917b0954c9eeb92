import { browser } from 'wxt/browser';
import type { Found } from '../../components/export/backup-dialog.tsx';
import { writeBackup } from '../../lib/export/backup.ts';
import { backupBatches, inspectBackup } from '../../lib/import/backup.ts';
import { decode } from '../../lib/import/decode.ts';
import { readJsonld } from '../../lib/import/jsonld.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import { BACKUP_ENDING } from '../../lib/model/backup.ts';
import type { CarriedAnnotations } from '../../lib/model/carried-annotations.ts';
import { FaultError } from '../../lib/model/outcome.ts';
import { annotationPreview, importAnnotations } from '../../lib/store/annotation-import.ts';
import { migrated, restoreBatches, schemaOf, storedBatches, storedCounts } from '../../lib/store/backup.ts';
import { openDatabase, type ZhupiDatabase } from '../../lib/store/database.ts';
import { forget } from '../../lib/store/library-cache.ts';

/** A backup begins anew so often when reports are deleted under it. */
const ATTEMPTS = 3;
const LARGEST_JSON = 500_000_000;

/** The reader's own day in a file's name, as ISO 8601. */
export function backupName(now: Date): string {
  return `zhupi-${now.toLocaleDateString('sv')}.${BACKUP_ENDING}`;
}

/** Writes everything to a sink. */
export async function backUp(
  database: ZhupiDatabase,
  sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  await openDatabase(database);
  const about = {
    schema: schemaOf(database),
    generator: browser.runtime.getManifest().version,
    created: new Date().toISOString(),
  };
  await writeBackup(storedBatches(database), about, sink);
}

/** Everything as one file; the browser may keep its pieces on disk. */
export async function backupFile(database: ZhupiDatabase): Promise<Blob> {
  for (let attempt = 1; ; attempt++) {
    const pieces: Blob[] = [];
    try {
      await backUp(database, async (bytes) => void pieces.push(new Blob([bytes])));
      return new Blob(pieces, { type: 'application/zip' });
    } catch (error) {
      const isWorthMore = error instanceof FaultError && error.fault === 'changed-since';
      if (!isWorthMore || attempt === ATTEMPTS) throw error;
    }
  }
}

/** What to do once the reader agrees, with what it would do. */
export interface Looked {
  found: Found;
  /** `null`: nothing can be done. */
  agree: (() => Promise<number>) | null;
}

/** Looks at a file that the reader chose, without changing anything. */
export async function lookAt(database: ZhupiDatabase, file: File): Promise<Looked> {
  await openDatabase(database);
  const isJson = /\.(?:jsonld|json)$/i.test(file.name);
  return isJson ? lookAtAnnotations(database, file) : lookAtBackup(database, file);
}

async function lookAtBackup(database: ZhupiDatabase, file: File): Promise<Looked> {
  const inspection = await inspectBackup(file, schemaOf(database), migrated);
  if (!inspection.ok) return { found: { kind: 'refused', errors: inspection.errors }, agree: null };
  const { manifest, counts } = inspection;
  return {
    found: { kind: 'backup', manifest, incoming: counts, present: await storedCounts(database) },
    agree: async () => {
      await restoreBatches(database, backupBatches(file, schemaOf(database), migrated));
      await forget(null);
      announce();
      return counts.annotations;
    },
  };
}

async function lookAtAnnotations(database: ZhupiDatabase, file: File): Promise<Looked> {
  const refused = (fault: 'too-big' | 'not-utf8'): Looked => ({
    found: { kind: 'refused', errors: [{ fault, file: file.name, line: null, detail: '' }] },
    agree: null,
  });
  if (file.size > LARGEST_JSON) return refused('too-big');
  const text = decode(new Uint8Array(await file.arrayBuffer()), ['utf-8']);
  if (text === null) return refused('not-utf8');
  const read = readJsonld(text);
  if (!read.ok) return { found: { kind: 'refused', errors: read.errors }, agree: null };
  const { carried } = read;
  return {
    found: { kind: 'annotations', ...(await annotationPreview(database, carried)) },
    agree: () => takeIn(database, carried),
  };
}

async function takeIn(database: ZhupiDatabase, carried: CarriedAnnotations): Promise<number> {
  const { added } = await importAnnotations(database, carried);
  announce();
  return added;
}

export const countsOf = storedCounts;

/** Deletes all there is, at once. */
export async function deleteAll(database: ZhupiDatabase): Promise<void> {
  await restoreBatches(database, nothing());
  await forget(null);
  announce();
}

async function* nothing(): AsyncGenerator<never> {}

/** Open pages learn that their notes may be others now. */
function announce(): void {
  sendMessage('storeChanged').catch(() => undefined);
}
