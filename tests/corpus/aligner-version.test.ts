import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { alignIndicators } from '../../lib/compare/indicators.ts';
import { ALIGNER_VERSION } from '../../lib/compare/version.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import { comparedSample, comparedText } from '../fixtures/compared.ts';
import recorded from './aligner-version.json' with { type: 'json' };

const SAMPLES = [
  'trs-linzhu-gaj-2023',
  'ucap-linzhu-gaj-2024',
  'plain-yanping-gaj-2024',
  'hanweb-qingxun-2024',
  'vsb-qingxun-2025',
].map(comparedSample);
/** Enough that the quick ways for many figures are taken, as with every table that is stored. */
const REPORTS = 60;
/** Every so many letters one is left out, another in each report; numbers and what parts sentences stay. */
const EVERY = 17;

const varied = Array.from({ length: REPORTS }, (_, at) => {
  const { facts, text } = SAMPLES[at % SAMPLES.length] as (typeof SAMPLES)[number];
  let letters = at;
  const kept = [...text].filter((sign) => /[\d\s\p{P}]/u.test(sign) || letters++ % EVERY !== 0);
  return comparedText(String(at), facts, kept.join(''));
});

// Tables are stored by version: an aligner that changed without a new one would go on showing the old rows. Raise the
// version, then record the rows in tests/corpus/aligner-version.json. Where only the rules have another version, recording
// is enough.
test('the version is raised whenever other rows come of the same reports', () => {
  expect(varied.reduce((sum, { figures }) => sum + figures.length, 0)).toBeGreaterThan(1_500);
  const rows = [SAMPLES, varied].flatMap((reports) =>
    alignIndicators(reports).map(({ key, label, certainty, cells }) => [
      key,
      label,
      certainty.toFixed(6),
      cells.map(({ reportId, figure, isChange }) => [reportId, figure.start, isChange]),
    ]),
  );
  const found = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  expect({ version: ALIGNER_VERSION, rules: ANALYSER_VERSION, found }).toEqual(recorded);
});
