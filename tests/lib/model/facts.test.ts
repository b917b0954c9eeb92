import { describe, expect, test } from 'vitest';
import { editsBetween, isDay, isReportYear, knownFacts } from '../../../lib/model/facts.ts';
import { isPartialFacts } from '../../../lib/model/guards.ts';
import { captureOf } from '../../fixtures/captures.ts';

const MACHINE = captureOf('').detection.facts;

describe('what is a day', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['2024-01-01T00:00', false],
    ['', false],
  ])('%s: %s', (day, isOne) => {
    expect(isDay(day)).toBe(isOne);
    expect(isPartialFacts({ published: day })).toBe(isOne);
  });
});

describe('what is a year', () => {
  test.each([
    [2024, true],
    [1948, false],
    [2101, false],
    [2024.5, false],
    ['2024', false],
  ])('%s: %s', (year, isOne) => {
    expect(isReportYear(year)).toBe(isOne);
    expect(isPartialFacts({ year })).toBe(isOne);
  });
});

test('the reader’s word wins, and only what differs from the machine is the reader’s', () => {
  const wanted = { ...MACHINE, year: 2024, issuer: null, region: { ...MACHINE.region, county: '示例县' } };
  const edits = editsBetween(MACHINE, wanted);
  expect(edits).toEqual({ year: 2024, issuer: null, region: wanted.region });
  expect(knownFacts(MACHINE, edits)).toEqual(wanted);
  expect(editsBetween(MACHINE, MACHINE)).toEqual({});
});
