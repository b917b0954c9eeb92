import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { alignIndicators } from '../../lib/compare/indicators.ts';
import { ALIGNER_VERSION } from '../../lib/compare/version.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import { comparedSample } from '../fixtures/compared.ts';
import recorded from './aligner-version.json' with { type: 'json' };

const SAMPLES = [
  'trs-linzhu-gaj-2023',
  'ucap-linzhu-gaj-2024',
  'plain-yanping-gaj-2024',
  'hanweb-qingxun-2024',
  'vsb-qingxun-2025',
];

// Tables are stored by version: an aligner that changed without a new one would go on showing the old rows. Raise the
// version, then record the rows in tests/corpus/aligner-version.json. Where only the rules have another version, recording
// is enough.
test('the version is raised whenever other rows come of the sample reports', () => {
  const rows = alignIndicators(SAMPLES.map(comparedSample)).map(({ key, label, certainty, cells }) => [
    key,
    label,
    certainty.toFixed(6),
    cells.map(({ reportId, figure, isChange }) => [reportId, figure.start, isChange]),
  ]);
  expect(rows.length).toBeGreaterThan(50);
  const found = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  expect({ version: ALIGNER_VERSION, rules: ANALYSER_VERSION, found }).toEqual(recorded);
});
