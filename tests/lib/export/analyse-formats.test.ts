import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { zh } from '../../../lib/messages/zh.ts';
import { ROOT } from '../../../scripts/setup/build.ts';
import { TEXTS } from '../../fixtures/libraries.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhupi-analyse-'));
const files = ['a.txt', 'b.txt'].map((name) => join(folder, name));
beforeAll(() => {
  for (const [index, file] of files.entries()) writeFileSync(file, TEXTS[index] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function analyse(...args: string[]): string {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'analyse.ts'), ...args], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

test('--format csv prints one table of the findings of all files', () => {
  const csv = analyse('--format', 'csv', ...files);
  const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data.map((row) => row[zh.columns.quote])).toEqual(expect.arrayContaining(['36件', '41件']));
  expect(new Set(data.map((row) => row[zh.columns.address]))).toEqual(new Set(files));
}, 60_000);

test('--format md prints a reading note with front matter', () => {
  const [, front = '', body = ''] = analyse('--format=md', files[0] ?? '').split(/^---\n/m);
  expect(parseYaml(front)).toMatchObject({ year: 2024, notes: 0 });
  expect(body).toContain('> 一是执法力量仍然薄弱，基层执法人员业务能力有待提高。');
}, 60_000);
