import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundleOf, readNothing } from '../../../lib/export/bundle.ts';
import { docxOf } from '../../../lib/export/docx.ts';
import { allTables } from '../../../lib/export/tables.ts';
import { xlsxOf } from '../../../lib/export/xlsx.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { findXmllint, XMLLINT_ADVICE } from '../../../scripts/setup/xmllint.ts';
import { libraries, NOW } from '../../fixtures/libraries.ts';

const xmllint = findXmllint();
if (xmllint === null) console.warn(`SKIPPED: xmllint is not installed. ${XMLLINT_ADVICE}`);

/** What xmllint says of the XML files in zips. */
async function complaints(zips: readonly Blob[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-office-xml-'));
  const paths: string[] = [];
  for (const [index, zip] of zips.entries()) {
    for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const path = join(folder, `${index}-${name.replaceAll('/', '-')}`);
      writeFileSync(path, bytes);
      paths.push(path);
    }
  }
  expect(paths.length).toBeGreaterThan(zips.length);
  const run = spawnSync(xmllint ?? '', ['--noout', '--huge', ...paths], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return run.stderr;
}

const bundles = fc.sample(libraries, 25).map((collection) =>
  bundleOf({
    collection,
    name: '库',
    now: NOW,
    read: readNothing,
    place: () => 'found' as const,
    topics: {},
  }),
);

describe.skipIf(xmllint === null)('whatever readers collect, the files are well-formed XML', () => {
  test('the Word document', async () => {
    expect(await complaints(await Promise.all(bundles.map((bundle) => docxOf(bundle, zh))))).toBe('');
  }, 60_000);

  test('the workbook', async () => {
    const workbooks = bundles.map((bundle) => xlsxOf(allTables(bundle, [], zh)));
    expect(await complaints(await Promise.all(workbooks))).toBe('');
  }, 60_000);
});
