import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonlOf } from '../../../lib/export/jsonl.ts';
import { figureRowsOf } from '../../../lib/export/note-rows.ts';
import { sampleBundle } from '../../fixtures/libraries.ts';

const duckdb = await import('@duckdb/node-api').catch(() => null);
if (duckdb === null) console.warn('SKIPPED: DuckDB has no program for this computer.');

const bundle = await sampleBundle();

test('every line is one object with the same keys', () => {
  const lines = jsonlOf(bundle)
    .trimEnd()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line) as object).join());
  expect(new Set(lines).size).toBe(1);
  expect(lines.length).toBeGreaterThan(10);
});

test.skipIf(duckdb === null)('DuckDB reads it, and its sums agree', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-jsonl-'));
  const file = join(folder, 'all.jsonl');
  writeFileSync(file, jsonlOf(bundle));
  const instance = await duckdb?.DuckDBInstance.create(':memory:');
  const connection = await instance?.connect();
  const result = await connection?.runAndReadAll(
    `select issuer, count(*)::int as figures, sum(value)::double as total from read_json_auto('${file}')
     where record = 'figure' group by issuer order by issuer`,
  );
  connection?.closeSync();
  instance?.closeSync();
  rmSync(folder, { recursive: true });
  const figures = figureRowsOf(bundle);
  const expected = [...new Set(figures.map(({ issuer }) => issuer))].sort().map((issuer) => {
    const own = figures.filter((row) => row.issuer === issuer).map(({ figure }) => figure.value);
    return [issuer, own.length, own.reduce((sum, value) => sum + value, 0)];
  });
  expect(result?.getRows()).toEqual(expected);
});
