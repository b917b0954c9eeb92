import Dexie, { type EntityTable } from 'dexie';
import { BACKUP_ENDING } from '../../lib/model/backup.ts';

/** What the browser's types don't know yet of folders (File System Access, WICG). */
interface PickedFolder extends FileSystemDirectoryHandle {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<PickedFolder>;

/** Backups of a folder that are kept. */
const KEPT = 7;
const WRITE = { mode: 'readwrite' } as const;
const OURS = new RegExp(`^zhupi-\\d{4}-\\d\\d-\\d\\d\\.${BACKUP_ENDING}$`);

/**
 * The picked folder's handle is kept in a database of its own: it can't be written to a file, so it is no part of a
 * backup, and restoring one leaves it alone.
 */
function handles() {
  const database = new Dexie('zhupi-backup-folder') as Dexie & {
    handles: EntityTable<{ key: 'folder'; handle: PickedFolder }, 'key'>;
  };
  database.version(1).stores({ handles: 'key' });
  return database;
}
const stored = handles();

function picker(): Picker | null {
  return (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker ?? null;
}

/** Whether this browser lets folders be picked. Firefox doesn't. */
export function knowsFolders(): boolean {
  return picker() !== null;
}

/** The folder that the reader picked, and whether it may be written to without asking; `null`: none. */
export async function pickedFolder(): Promise<{ folder: PickedFolder; isAllowed: boolean } | null> {
  const folder = (await stored.handles.get('folder'))?.handle;
  if (!folder) return null;
  return { folder, isAllowed: (await folder.queryPermission(WRITE)) === 'granted' };
}

/** Lets the reader pick a folder. Must be called within a click. Whether one was picked. */
export async function pickFolder(): Promise<boolean> {
  try {
    const handle = await picker()?.({ id: 'zhupi-backup', mode: 'readwrite' });
    if (!handle) return false;
    await stored.handles.put({ key: 'folder', handle });
    return true;
  } catch (error) {
    // the reader changed their mind
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}

/** Asks for the picked folder again. Must be called within a click. */
export async function allowFolder(): Promise<boolean> {
  const picked = await pickedFolder();
  return picked !== null && (await picked.folder.requestPermission(WRITE)) === 'granted';
}

export async function forgetFolder(): Promise<void> {
  await stored.handles.delete('folder');
}

/** Whether a file is there and not empty: a browser that was closed while it wrote leaves an empty one. */
export async function isWhole(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  const handle = await folder.getFileHandle(name).catch(() => null);
  return handle !== null && (await handle.getFile()).size > 0;
}

/** Writes a day's backup into the folder, as a whole or not at all, and takes away all but the latest few. */
export async function writeInto(
  folder: FileSystemDirectoryHandle,
  name: string,
  write: (sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await handle.createWritable();
  try {
    await write((bytes) => file.write(bytes));
    await file.close();
  } catch (error) {
    await file.abort();
    if (!(await isWhole(folder, name))) await folder.removeEntry(name);
    throw error;
  }
  const names: string[] = [];
  for await (const each of folder.keys()) if (OURS.test(each)) names.push(each);
  // the dates in the names sort as they are
  for (const old of names.sort().slice(0, -KEPT)) await folder.removeEntry(old);
}
