import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { gather } from '../../../entrypoints/library/export-bundle.ts';
import { zh } from '../../../lib/messages/zh.ts';
import type { Correction } from '../../../lib/model/correction.ts';
import { ANALYSER_VERSION } from '../../../lib/rules/zh/version.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const TEXT = '全年办理行政案件120件。组织案件评查8次。开展普法宣讲36场。';

test('the table is exported with the findings as the reader corrected them', async () => {
  const database = createDatabase('export-corrected');
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOW);
  const capture = captureOf(TEXT);
  const judge = async (words: string, value: number, judgement: Pick<Correction, 'verdict' | 'fields'>) => {
    const start = TEXT.indexOf(words);
    const place = { start, end: start + words.length };
    const rule = { certainty: 0.9, ruleId: 'quantity' };
    const quantity = { value, unit: words.slice(-1), approx: 'exact', kind: 'count', indicator: '' } as const;
    const figure = { ...place, ...rule, ...quantity };
    const finding = { ...place, ...rule, category: 'figure' as const, mark: place, quote: words, figure };
    const body = { memo: '', codeIds: [], correction: { ...judgement, finding, analyserVersion: '1.0.0' } };
    const passage = passageAt(TEXT, place.start, place.end);
    return addAnnotation(database, { id: words, capture, passage, body }, NOW);
  };
  const { reportId } = await judge('120件', 120, { verdict: 'corrected', fields: { value: 1200 } });
  await judge('8次', 8, { verdict: 'dismissed', fields: {} });
  const { compared } = await gather(database, [reportId], '研究', zh, () => undefined);
  expect(compared.map(({ figures }) => figures.map(({ value }) => value))).toEqual([[1200, 36]]);
});

test('a report stored under older rules is exported with the parts that the rules find now', async () => {
  const database = createDatabase('export-renewed');
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOW);
  const text = '一、主要举措和成效\n全年办理行政案件120件。\n二、存在的不足\n基层力量薄弱。';
  const blocks = [...text.matchAll(/.+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const older = { ...captureOf(text), blocks, outline: [], analyserVersion: '0.1.0' };
  const { reportId } = await addSnapshot(database, older, NOW);
  const { bundle } = await gather(database, [reportId], '研究', zh, () => undefined);
  const exported = bundle.reports[0]?.states[0]?.snapshot;
  expect(exported?.outline.map(({ title }) => title)).toEqual(['主要举措和成效', '存在的不足']);
  expect(exported?.analyserVersion).toBe(ANALYSER_VERSION);
});
