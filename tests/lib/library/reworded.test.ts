import { expect, test } from 'vitest';
import { reworded } from '../../../entrypoints/library/reworded.ts';
import { sideBySide } from '../../../lib/compare/side-by-side.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

const { facts } = comparedSample('trs-linzhu-gaj-2023');

/** What is told of the words of reports, by column: those put in, and those taken out. */
function told(...bodies: string[]): { put: string[][]; taken: string[][] } {
  const reports = bodies.map((body, at) => comparedText(String(at), facts, `一、主要举措\n${body}`));
  const rows = reworded(sideBySide(reports, [])).rows.flatMap(({ passages }) => passages);
  const words = (sort: 'put' | 'taken') =>
    reports.map(({ text }, at) =>
      rows.flatMap((row) => row[sort][at]?.map(({ start, end }) => text.slice(start, end)) ?? []),
    );
  return { put: words('put'), taken: words('taken') };
}

const YEAR = '围绕重点行业开展安全检查86次。';

test.each([
  ['a number is told whole', [YEAR, '围绕重点行业开展安全检查97次。'], [[], ['97']], [['86'], []]],
  ['words put in', [YEAR, '围绕重点行业、场所开展安全检查86次。'], [[], ['、场所']], [[], []]],
  ['words taken out', [YEAR, '围绕重点行业开展检查86次。'], [[], []], [['安全'], []]],
  [
    'of three, the one in the middle has both',
    [YEAR, '围绕重点行业开展安全检查97次。', '围绕重点行业开展专项检查97次。'],
    [[], ['97'], ['专项']],
    [['86'], ['安全'], []],
  ],
  [
    'the nearest column that has the sentence is the one before',
    [YEAR, '健全诉调对接机制。', '围绕重点行业开展安全检查97次。'],
    [[], [], ['97']],
    [['86'], [], []],
  ],
  ['a sentence that is the same has none', [YEAR, YEAR], [[], []], [[], []]],
] as const)('%s', (_, bodies, put, taken) => {
  expect(told(...bodies)).toEqual({ put, taken });
});

test('of a sentence rewritten throughout no words are told', () => {
  const bodies = ['民警参加培训由13名增加到21名。', '全市参训民警21名，均已持证上岗，能够独立办案。'];
  const reports = bodies.map((body, at) => comparedText(String(at), facts, body));
  const [before, after] = reports.map(({ sentences }) => sentences[0] ?? null);
  const row = { spans: [before ?? null, after ?? null], fates: [null, 'changed' as const], counterparts: [] };
  const texts = reports.map(({ text }) => text);
  const told = reworded({ texts, rows: [{ sections: [], passages: [row] }], common: [] });
  expect(told.rows[0]?.passages[0]).toMatchObject({ put: [[], []], taken: [[], []] });
});
