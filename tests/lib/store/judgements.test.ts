import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Body } from '../../../lib/model/annotation.ts';
import type { Verdict } from '../../../lib/model/correction.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { judgementsByRule } from '../../../lib/store/judgements.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const TEXT = '全年办理案件12件。';

test('judgements are counted by rule, the most dismissed first; notes are none', async () => {
  const database = createDatabase('judgements');
  const said: [string, Verdict][] = [
    ['quantity', 'accepted'],
    ['quantity', 'accepted'],
    ['quantity', 'dismissed'],
    ['weak-label', 'dismissed'],
    ['weak-label', 'dismissed'],
    ['rank', 'corrected'],
  ];
  const capture = captureOf(TEXT);
  const passage = passageAt(TEXT, 0, 4);
  const finding = { start: 0, end: 4, mark: { start: 0, end: 4 }, quote: '全年办理', certainty: 1 };
  const bodies: Body[] = said.map(([ruleId, verdict]) => ({
    memo: '',
    codeIds: [],
    correction: {
      verdict,
      finding: { ...finding, category: 'figure', ruleId },
      analyserVersion: 'test',
      fields: {},
    },
  }));
  bodies.push({ memo: '笔记', codeIds: [] });
  for (const [index, body] of bodies.entries()) {
    const id = `00000000-0000-4000-8000-00000000000${index}`;
    await addAnnotation(database, { id, capture, passage, body }, new Date(0));
  }
  expect(await judgementsByRule(database)).toEqual([
    { ruleId: 'weak-label', accepted: 0, corrected: 0, dismissed: 2 },
    { ruleId: 'quantity', accepted: 2, corrected: 0, dismissed: 1 },
    { ruleId: 'rank', accepted: 0, corrected: 1, dismissed: 0 },
  ]);
  await database.delete();
});
