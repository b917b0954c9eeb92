import { describe, expect, test } from 'vitest';
import {
  countByCategory,
  type EntryFilter,
  entriesOf,
  filtered,
  NO_FILTER,
} from '../../../components/panel/entries.ts';
import type { Annotation } from '../../../lib/model/annotation.ts';
import type { Correction } from '../../../lib/model/correction.ts';
import type { Finding } from '../../../lib/model/reading-view.ts';
import { passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const TEXT = '一是强化统筹。办理案件12件。仍有不足之处。';
const CODES = [
  codeOf('child', '行政处罚', { parentId: 'parent' }),
  codeOf('parent', '行政执法'),
  codeOf('other', '待跟进'),
];

function findingOf(
  id: string,
  category: Finding['category'],
  start: number,
  end: number,
  more: Partial<Finding> = {},
): Finding {
  const span = { start, end };
  const quote = TEXT.slice(start, end);
  return { ...span, id, category, mark: span, quote, certainty: 0.9, ruleId: 'test', ...more };
}

function annotationOf(
  id: string,
  start: number,
  end: number,
  modified: string,
  body: Partial<Annotation['body']>,
) {
  return {
    id,
    reportId: 'report',
    target: { snapshotId: 'snapshot', ...passageAt(TEXT, start, end) },
    body: { memo: '', codeIds: [], ...body },
    motivation: body.correction ? 'assessing' : 'commenting',
    creator: { type: 'Person' },
    created: modified,
    modified,
  } satisfies Annotation;
}

const dismissed: Correction = {
  verdict: 'dismissed',
  finding: findingOf('x', 'figure', 11, 14),
  analyserVersion: '1',
  fields: {},
};
const ENTRIES = entriesOf({
  findings: [
    findingOf('measure', 'measure', 0, 7, { topic: 'law', verdict: 'accepted', correctionId: 'yes' }),
    findingOf('shortcoming', 'shortcoming', 15, 22),
  ],
  annotations: [
    annotationOf('early', 2, 4, '2026-01-01T00:00:00.000Z', { memo: '对照 Outline', codeIds: ['child'] }),
    annotationOf('late', 16, 18, '2026-03-01T00:00:00.000Z', { codeIds: ['other'] }),
  ],
  corrections: [
    annotationOf('yes', 0, 7, '2026-02-01T00:00:00.000Z', {
      correction: { ...dismissed, verdict: 'accepted' },
    }),
    annotationOf('gone', 11, 14, '2026-02-02T00:00:00.000Z', { correction: dismissed }),
  ],
  places: { early: { state: 'found', span: { start: 2, end: 4 } }, late: { state: 'lost' } },
  codes: CODES,
  topics: { law: '法治建设' },
});

describe('what a filter lets through, in which order', () => {
  test.each<[string, Partial<EntryFilter>, string[]]>([
    ['nothing asked for: all but what was dismissed', {}, ['measure', 'early', 'shortcoming', 'late']],
    ['one category', { category: 'note' }, ['early', 'late']],
    ['words of the text', { text: '不足' }, ['shortcoming']],
    ['words of a note, whatever their case', { text: 'outline 对照' }, ['early']],
    ['the name of a code', { text: '待跟进' }, ['late']],
    ['the name of a topic', { text: '法治建设' }, ['measure']],
    ['words that stand in no entry together', { text: '不足 对照' }, []],
    ['a code with those under it', { codeId: 'parent' }, ['early']],
    ['a topic', { topic: 'law' }, ['measure']],
    ['what was accepted', { verdict: 'accepted' }, ['measure']],
    ['what was not judged', { verdict: 'none' }, ['shortcoming']],
    ['what was dismissed', { verdict: 'dismissed' }, ['gone']],
    ['by time, what nobody touched last', { sort: 'time' }, ['late', 'measure', 'early', 'shortcoming']],
  ])('%s', (_, asked, ids) => {
    expect(filtered(ENTRIES, { ...NO_FILTER, ...asked }, CODES).map(({ id }) => id)).toEqual(ids);
  });
});

test('what was dismissed isn’t counted', () => {
  expect(countByCategory(ENTRIES)).toEqual({ measure: 1, figure: 0, shortcoming: 1, note: 2 });
});
