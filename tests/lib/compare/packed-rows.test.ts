import { expect, test } from 'vitest';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import { packRows, unpackRows } from '../../../lib/compare/packed-rows.ts';
import { comparedSample } from '../../fixtures/compared.ts';

const reports = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024', 'plain-yanping-gaj-2024'].map(comparedSample);

test('rows that were packed and stored are the rows again', () => {
  const rows = alignIndicators(reports);
  expect(rows.some(({ cells }) => cells.length === 3)).toBe(true);
  const stored = JSON.parse(JSON.stringify(packRows(rows, reports)));
  expect(unpackRows(stored, reports)).toEqual(rows);
});

test('rows of other reports are refused', () => {
  const packed = packRows(alignIndicators(reports), reports);
  expect(() => unpackRows(packed, reports.slice(1))).toThrow();
});
