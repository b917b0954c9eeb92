import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analysisOf } from '../../entrypoints/library/analyser.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import { reportTextOf } from '../../lib/text/plain-text.ts';
import recorded from './analyser-version.json' with { type: 'json' };

const FOLDER = new URL('../../seeds/reports/', import.meta.url);

// What was found is stored by version: rules, words or topics that changed without a new one would not be seen by the
// library. Raise the version, then record what it finds in tests/corpus/analyser-version.json.
test('the version is raised whenever something else is found in the sample reports', () => {
  const hash = createHash('sha256');
  for (const name of readdirSync(FOLDER).sort()) {
    if (!name.endsWith('.expected.txt')) continue;
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    hash.update(JSON.stringify([name, analysisOf(reportTextOf(text))]));
  }
  expect({ version: ANALYSER_VERSION, found: hash.digest('hex') }).toEqual(recorded);
});
