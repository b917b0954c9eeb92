import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadPhrase } from '../../../lib/rules/zh/lead-phrase.ts';

const CASES: [string, string][] = [
  ['组织开展法治培训6期，参训人员达800余人次。', '组织开展法治培训6期'],
  ['围绕企业关切，出台便民措施12项，办理事项提速。', '出台便民措施12项'],
  ['2024年，全县共办理行政复议案件35件。', '全县共办理行政复议案件35件'],
  ['　　健全执法监督机制,定期通报。', '健全执法监督机制'],
  ['在县委领导下，按照统一部署。', '在县委领导下'],
  ['二是推进柔性执法。', '二是推进柔性执法'],
  ['好。', '好。'],
];
test.each(CASES)('%s', (sentence, lead) => {
  const { start, end } = leadPhrase(sentence, { start: 0, end: sentence.length });
  expect(sentence.slice(start, end)).toBe(lead);
});

test('of any text the lead phrase is a part of the sentence that is not empty', () => {
  const text = fc.string({ unit: fc.constantFrom('在', '办', '，', '。', '；', '年', '2', ' ', '　', '开') });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (string, a, b) => {
      const start = Math.min(a, b) % (string.length + 1);
      const end = start + (Math.max(a, b) % (string.length - start + 1));
      fc.pre(end > start);
      const lead = leadPhrase(string, { start, end });
      expect(lead.start).toBeGreaterThanOrEqual(start);
      expect(lead.end).toBeLessThanOrEqual(end);
      expect(lead.end).toBeGreaterThan(lead.start);
    }),
  );
});
