import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectBackup } from '../../lib/import/backup.ts';
import type { ExportWords } from '../../lib/model/export-words.ts';
import { migrated } from '../../lib/store/backup.ts';
import { backupOf, SCHEMA, sampleRows } from '../fixtures/broken/backups.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { eventually } from './harness.ts';

describe.skipIf(FIREFOX === null)('taking it away, in Firefox', () => {
  let stage: FirefoxStage;
  let say: ExportWords;
  const downloads = mkdtempSync(join(tmpdir(), 'zhupi-backup-'));
  const text = () =>
    stage.window.inTab('library.html', () => document.querySelector('.modal')?.textContent ?? '');
  const press = (label: string) =>
    stage.window.inTab(
      'library.html',
      (wanted) => {
        const within = document.querySelector('dialog[open]') ?? document;
        const buttons = [...within.querySelectorAll('button')];
        buttons.find((button) => button.textContent?.trim() === wanted)?.click();
      },
      label,
    );
  /** The file once it has its name: until then the browser writes it under another. */
  const saved = (ending: string) =>
    eventually(
      async () => {
        const name = readdirSync(downloads).find(
          (each) => each.startsWith('zhupi-') && each.endsWith(ending),
        );
        return name === undefined ? Buffer.alloc(0) : readFileSync(join(downloads, name));
      },
      (content) => content.length > 0,
    );

  beforeAll(async () => {
    stage = await setFirefoxStage([], { downloads });
    await stage.install();
    say = (await stage.openOwn('library.html')).export;
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  test('a backup comes in after a dry run, without a folder to pick', async () => {
    await press(say.backup.open);
    await eventually(text, (words) => words.includes(say.backup.make));
    expect(await text()).not.toContain(say.backup.chooseFolder);
    const bytes = [...new Uint8Array(await (await backupOf(await sampleRows())).arrayBuffer())];
    await stage.window.inTab(
      'library.html',
      (content) => {
        const input = document.querySelector<HTMLInputElement>('dialog input[type="file"]');
        const carrier = new DataTransfer();
        carrier.items.add(new File([new Uint8Array(content)], 'sample.zhupi'));
        if (input) input.files = carrier.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      bytes,
    );
    await eventually(text, (words) => words.includes(say.backup.dryRun));
    await press(say.backup.replace);
    await eventually(text, (words) => words.includes(say.backup.restored));
    await eventually(
      () => stage.window.inTab('library.html', () => document.querySelector('tbody')?.textContent ?? ''),
      (rows) => rows.includes('示例市水务局'),
    );
  });

  test('what is backed up is whole, and the workbook and the Word document are files of their kind', async () => {
    await press(say.backup.make);
    const backup = await saved('.zhupi');
    const inspection = await inspectBackup(new Blob([new Uint8Array(backup)]), SCHEMA, migrated);
    expect(inspection).toMatchObject({
      ok: true,
      counts: { reports: 2, snapshots: 3, annotations: 7, codes: 2 },
    });
    await press(say.close);
    await press(say.open);
    for (const [format, ending] of [
      ['xlsx', '.xlsx'],
      ['docx', '.docx'],
    ] as const) {
      await stage.window.inTab(
        'library.html',
        (wanted) => {
          const select = document.querySelector<HTMLSelectElement>('dialog select');
          const all = document.querySelectorAll<HTMLInputElement>('dialog input[name="scope"]');
          all[2]?.click();
          if (select) select.value = wanted;
          select?.dispatchEvent(new Event('change', { bubbles: true }));
        },
        format,
      );
      await eventually(
        text,
        (words) => words.includes(say.formatHelp[format]) && words.includes(say.reportCount(2)),
      );
      await press(say.go);
      expect((await saved(ending)).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    }
  });

  test('the browser heard of no error', async () => {
    expect(await stage.window.errors()).toEqual([]);
  });
});
