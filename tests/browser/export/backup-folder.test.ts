import { afterEach, expect, test } from 'vitest';
import { isWhole, writeInto } from '../../../entrypoints/library/backup-folder.ts';

/** A folder of the browser's own stands for the picked one: it is written to in the same way. */
const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });

afterEach(async () => {
  await (await navigator.storage.getDirectory()).removeEntry('backups', { recursive: true });
});

async function contents(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const [name, handle] of (await folder()).entries()) {
    if (handle instanceof FileSystemFileHandle) found[name] = await (await handle.getFile()).text();
  }
  return found;
}

const write = (words: string) => (sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) =>
  sink(new TextEncoder().encode(words));

test('the last seven backups are kept, and nothing else is touched', async () => {
  const picked = await folder();
  await picked.getFileHandle('zhupi-2025-01-01.zhupi.txt', { create: true });
  await picked.getFileHandle('notes.docx', { create: true });
  const names = Array.from({ length: 9 }, (_, day) => `zhupi-2026-03-0${day + 1}.zhupi`);
  for (const name of names) await writeInto(picked, name, write(name));
  const kept = names.slice(2);
  expect(await contents()).toEqual({
    'zhupi-2025-01-01.zhupi.txt': '',
    'notes.docx': '',
    ...Object.fromEntries(kept.map((name) => [name, name])),
  });
});

test('a backup that fails leaves the one of that name as it was', async () => {
  const picked = await folder();
  await writeInto(picked, 'zhupi-2026-03-01.zhupi', write('whole'));
  const failing = writeInto(picked, 'zhupi-2026-03-01.zhupi', async (sink) => {
    await write('half')(sink);
    throw new Error('a report was deleted');
  });
  await expect(failing).rejects.toThrow('a report was deleted');
  expect(await contents()).toEqual({ 'zhupi-2026-03-01.zhupi': 'whole' });
});

test('a first backup that fails leaves nothing, and an empty file is none', async () => {
  const picked = await folder();
  const failing = writeInto(picked, 'zhupi-2026-03-02.zhupi', () =>
    Promise.reject(new Error('the disk is full')),
  );
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await contents()).toEqual({});
  await picked.getFileHandle('zhupi-2026-03-03.zhupi', { create: true });
  expect(await isWhole(picked, 'zhupi-2026-03-03.zhupi')).toBe(false);
  await writeInto(picked, 'zhupi-2026-03-03.zhupi', write('whole'));
  expect(await isWhole(picked, 'zhupi-2026-03-03.zhupi')).toBe(true);
});
