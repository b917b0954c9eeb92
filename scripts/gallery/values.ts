import type { Annotation, Draft } from '../../lib/model/annotation.ts';
import { type Code, STARTER_ID } from '../../lib/model/codebook.ts';
import type { Correction } from '../../lib/model/correction.ts';
import type { FigureMention } from '../../lib/model/mention.ts';
import type { Finding, NotePlace } from '../../lib/model/reading-view.ts';
import type { Detection } from '../../lib/model/report.ts';
import type { Section } from '../../lib/model/text.ts';

// values for the gallery: all bodies are invented

export const DETECTION: Detection = {
  isReport: true,
  confidence: 0.95,
  evidence: [],
  facts: {
    title: '临渚市公安局2024年法治政府建设年度报告',
    kind: '法治政府建设年度报告',
    issuer: '临渚市公安局',
    level: 'city',
    region: { province: '江西省', city: '临渚市', county: null },
    year: 2024,
    published: '2025-03-19',
  },
};

export const UNKNOWN_DETECTION: Detection = {
  ...DETECTION,
  evidence: [{ clue: 'unofficial-host', seen: 'example' }],
  facts: {
    title: null,
    kind: null,
    issuer: null,
    level: null,
    region: { province: null, city: null, county: null },
    year: null,
    published: null,
  },
};

function codeOf(id: string, name: string, color: string, shape: string): Code {
  return {
    id,
    codebookId: STARTER_ID,
    parentId: null,
    name,
    initials: '',
    description: '',
    color,
    position: 0,
    shape,
    shortcut: null,
    used: null,
  };
}

export const CODES: Code[] = [
  codeOf('enforcement', '行政执法', '#2e7d32', '■'),
  codeOf('follow', '待跟进', '#b5301c', '●'),
  codeOf('long', '依法预防处置重大突发事件和防范化解社会风险', '#1a5fa8', '◆'),
];

export const TOPICS = { enforcement: '行政执法', disputes: '矛盾纠纷化解' };

function figureOf(start: number, quote: string, value: number, unit: string, indicator: string): Finding {
  const span = { start, end: start + quote.length };
  const found = { ...span, certainty: 0.9, ruleId: 'quantity' };
  const figure: FigureMention = { ...found, value, unit, indicator, approx: 'exact', kind: 'count' };
  return { ...found, id: `figure-${start}`, category: 'figure', mark: span, quote, figure };
}

function sentenceOf(
  category: 'measure' | 'shortcoming',
  start: number,
  quote: string,
  more: Partial<Finding> = {},
): Finding {
  const span = { start, end: start + quote.length };
  const found = { ...span, certainty: 0.8, ruleId: `${category}-label`, topic: 'enforcement' };
  return { ...found, id: `${category}-${start}`, category, mark: span, quote, ...more };
}

export const MEASURE = sentenceOf(
  'measure',
  100,
  '一是压实责任链条。制定年度重点任务清单，每季度由督察、法制部门联合对账，年底全部销号，并将结果通报各县级公安局、分局。',
);
export const FIGURE = figureOf(180, '1846起', 1846, '起', '破获电信网络诈骗案件');
export const ACCEPTED: Finding = {
  ...figureOf(260, '2310余名', 2310, '名', '抓获犯罪嫌疑人'),
  verdict: 'accepted',
  correctionId: 'accepted',
};
export const CORRECTED: Finding = {
  ...sentenceOf('measure', 320, '二是健全矛盾纠纷排查机制。'),
  topic: 'disputes',
  verdict: 'corrected',
  correctionId: 'corrected',
};
export const SHORTCOMING = sentenceOf(
  'shortcoming',
  900,
  '少数执法单位对案件质量把关不严，基层法制员配备仍显不足。',
);
export const FINDINGS = [MEASURE, FIGURE, ACCEPTED, CORRECTED, SHORTCOMING];

export const DISMISSED: Correction = {
  verdict: 'dismissed',
  finding: figureOf(40, '110', 110, '', ''),
  analyserVersion: '1',
  fields: {},
};

function noteOf(id: string, exact: string, memo: string, codeIds: string[]): Annotation {
  return {
    id,
    reportId: 'report',
    target: {
      snapshotId: 'snapshot',
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: 420, end: 420 + exact.length },
    },
    body: { memo, codeIds },
    motivation: memo === '' ? 'highlighting' : 'commenting',
    creator: { type: 'Person' },
    created: '2026-11-01T08:00:00.000Z',
    modified: '2026-11-02T08:00:00.000Z',
  };
}

export const MARKDOWN =
  '与上一年度**少了 6 次**，原因待查：\n\n- 对照*附件*第 3 页\n- 问法制部门\n\n> 见往年报告\n\n参见[实施纲要](https://example.com/outline)。';
export const NOTE = noteOf('note', '党委理论学习中心组开展法治专题学习8次', MARKDOWN, [
  'enforcement',
  'follow',
]);
export const HIGHLIGHT = noteOf('highlight', '执法质量提升年', '', []);
export const LONG_NOTE = noteOf('long-note', '法治公安建设'.repeat(30), '', ['long']);

export const CHANGED: NotePlace = {
  state: 'changed',
  span: { start: 420, end: 440 },
  difference: [
    { sort: 'same', text: '党委理论学习中心组开展法治专题学习' },
    { sort: 'old', text: '8' },
    { sort: 'new', text: '6' },
    { sort: 'same', text: '次' },
  ],
};
export const AMBIGUOUS: NotePlace = {
  state: 'ambiguous',
  candidates: [
    { span: { start: 10, end: 17 }, before: '深入推进', words: '执法质量提升年', after: '活动，全面' },
    { span: { start: 510, end: 517 }, before: '围绕', words: '执法质量提升年', after: '目标任务' },
  ],
};
export const LOST: NotePlace = { state: 'lost', candidates: [] };

export const DRAFT: Draft = {
  id: 'draft',
  address: 'http://gaj.linzhu-shili.gov.cn/1.html',
  passage: NOTE.target,
  capture: null,
  body: { memo: '写到一半的想法', codeIds: ['follow'] },
  modified: '2026-11-02T08:00:00.000Z',
};

function sectionOf(start: number, bodyEnd: number, title: string, more: Partial<Section> = {}): Section {
  return {
    start,
    end: start + title.length,
    bodyEnd,
    depth: 1,
    number: '一',
    title,
    role: 'measures',
    ...more,
  };
}

export const OUTLINE: Section[] = [
  sectionOf(80, 880, '2024年推进法治政府建设的主要举措和成效'),
  sectionOf(95, 400, '坚持党建引领，法治公安建设方向更加鲜明', { depth: 2, number: '一' }),
  sectionOf(400, 880, '坚持依法履职，社会大局更加平安稳定', { depth: 2, number: '二' }),
  sectionOf(880, 1000, '存在的不足和原因', { number: '二', role: 'shortcomings' }),
  sectionOf(1000, 1200, '下一步工作安排', { number: '三', role: 'plans' }),
];
