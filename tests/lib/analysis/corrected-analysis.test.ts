import { describe, expect, test } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { correctedAnalysis } from '../../../lib/analysis/corrected-analysis.ts';
import type { PlacedCorrection } from '../../../lib/analysis/corrections.ts';
import { findingsOf } from '../../../lib/analysis/findings.ts';
import type { CorrectedFields, Verdict } from '../../../lib/model/correction.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../../lib/rules/zh/lead-phrase.ts';
import { withTopics } from '../../../lib/rules/zh/topics.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import topics from '../../../seeds/topics.json' with { type: 'json' };

const TEXT = [
  '一、主要举措和成效',
  '一是强化执法监督。全年办理行政案件120件。组织案件评查8次。',
  '全市开展普法宣讲36场。',
  '二、存在的不足',
  '基层执法力量仍然薄弱。培训工作开展不够及时。',
].join('\n');
const analysis = analyse(reportTextOf(TEXT), withTopics(ruleset, topics));
const findings = findingsOf(TEXT, analysis, leadPhrase, () => 'x');

/** A judgement of the finding whose words begin so. */
function judge(words: string, verdict: Verdict, fields: CorrectedFields = {}, id = words): PlacedCorrection {
  const finding = findings.find(({ quote }) => quote.startsWith(words));
  if (!finding) throw new Error(`nothing is found that begins with ${words}`);
  const { id: _, ...machine } = finding;
  const { start, end } = finding;
  return {
    id,
    span: { start, end },
    correction: { verdict, finding: machine, analyserVersion: '1.0.0', fields },
  };
}
const judged = (...corrections: PlacedCorrection[]) =>
  correctedAnalysis(TEXT, analysis, corrections, leadPhrase);
const sentencesOf = (category: string, ...corrections: PlacedCorrection[]) =>
  judged(...corrections)
    .sentences.filter((sentence) => sentence.category === category)
    .map(({ start, end }) => TEXT.slice(start, end));
const figuresOf = (...corrections: PlacedCorrection[]) =>
  judged(...corrections).figures.map(({ start, end, value }) => `${TEXT.slice(start, end)} ${value}`);

describe('an analysis as the reader judged it', () => {
  test('without judgements it is what the machine says', () => {
    expect(judged()).toMatchObject({ sentences: analysis.sentences, figures: analysis.figures });
    expect(figuresOf()).toEqual(['120件 120', '8次 8', '36场 36']);
  });

  test('a dismissed figure is gone, and no other', () =>
    expect(figuresOf(judge('8次', 'dismissed'))).toEqual(['120件 120', '36场 36']));

  test('a corrected figure has the reader’s value, is told apart, and is sure', () => {
    const [first] = judged(judge('120件', 'corrected', { value: 1200, indicator: '案件' })).figures;
    expect(first).toMatchObject({ value: 1200, indicator: '案件', isCorrected: true, certainty: 1 });
  });

  test('one whose words only were corrected says the number that is written', () => {
    const [first] = judged(judge('120件', 'corrected', { indicator: '行政案件数' })).figures;
    expect(first).toMatchObject({ indicator: '行政案件数' });
    expect(first?.isCorrected).toBeUndefined();
  });

  test('a dismissed shortcoming is none; the one beside it stays', () => {
    expect(sentencesOf('shortcoming')).toEqual(['基层执法力量仍然薄弱。', '培训工作开展不够及时。']);
    expect(sentencesOf('shortcoming', judge('基层', 'dismissed'))).toEqual(['培训工作开展不够及时。']);
    expect(sentencesOf('none', judge('基层', 'dismissed'))).toContain('基层执法力量仍然薄弱。');
  });

  test('a dismissed item takes all its measures with it, and no others', () => {
    expect(sentencesOf('measure', judge('一是强化', 'dismissed'))).toEqual(['全市开展普法宣讲36场。']);
  });

  test('a shortcoming that is a measure counts as one, with the topic that the reader gave', () => {
    const correction = judge('培训', 'corrected', { category: 'measure', topic: 'staff' });
    expect(sentencesOf('measure', correction)).toContain('培训工作开展不够及时。');
    const [own] = judged(correction).sentences.filter(({ start }) => start === correction.span.start);
    expect(own).toMatchObject({ category: 'measure', topic: 'staff' });
  });

  test('borders that the reader drew hold: what they leave out is none', () => {
    const item = judge('一是强化', 'corrected', {});
    const start = TEXT.indexOf('组织案件');
    const fields = { span: { start, end: TEXT.indexOf('\n', start) } };
    const drawn = { ...item, correction: { ...item.correction, fields } };
    expect(sentencesOf('measure', drawn)).toEqual(['组织案件评查8次。', '全市开展普法宣讲36场。']);
  });

  test('a judged finding that newer rules don’t find stays as the reader left it', () => {
    const own = judge('8次', 'accepted');
    const without = { ...analysis, figures: analysis.figures.filter(({ value }) => value !== 8) };
    const { figures } = correctedAnalysis(TEXT, without, [own], leadPhrase);
    expect(figures.map(({ value }) => value)).toEqual([120, 8, 36]);
  });

  test('the analysis given stays as it was', () => {
    const before = JSON.stringify(analysis);
    judged(judge('一是强化', 'dismissed'), judge('120件', 'corrected', { value: 2 }));
    expect(JSON.stringify(analysis)).toBe(before);
  });
});
