import type { BackupTable } from '../model/backup.ts';
import { CODE_SHAPES } from '../model/codebook.ts';
import { VERDICTS } from '../model/correction.ts';
import { ACTS, RECORDED_TABLES } from '../model/history.ts';
import { LEVELS, REPORT_KINDS } from '../model/report.ts';
import { ROLES } from '../model/text.ts';
import {
  anything,
  both,
  type Check,
  color,
  fields,
  filled,
  hash,
  list,
  mapping,
  moment,
  nullable,
  number,
  offset,
  oneOf,
  optional,
  text,
  truth,
} from './fields.ts';

const isOrdered: Check = (value) => {
  const { start, end } = value as { start: number; end: number };
  return start <= end ? null : 'end';
};
const span = both(fields({ start: offset, end: offset }), isOrdered);
const region = fields({ province: nullable(text), city: nullable(text), county: nullable(text) });
const factFields = {
  title: nullable(text),
  kind: nullable(oneOf(...REPORT_KINDS)),
  issuer: nullable(text),
  level: nullable(oneOf(...LEVELS)),
  region,
  year: nullable(offset),
  published: nullable(text),
};
const facts = fields(factFields);
const someFacts = fields(
  Object.fromEntries(Object.entries(factFields).map(([name, check]) => [name, optional(check)])),
);
const section = both(
  span,
  fields({
    depth: oneOf(1, 2, 3),
    number: nullable(text),
    title: text,
    role: oneOf(...ROLES),
    bodyEnd: offset,
  }),
);
const detection = fields({
  isReport: truth,
  confidence: number,
  evidence: list(fields({ clue: text, seen: text })),
  facts,
});
const state = {
  url: filled,
  text,
  blocks: list(both(span, fields({ breaks: optional(list(span)) }))),
  outline: list(section),
  detection,
  analyserVersion: text,
  part: optional(offset),
};
const passage = {
  quote: fields({ type: oneOf('TextQuoteSelector'), exact: filled, prefix: text, suffix: text }),
  position: both(fields({ type: oneOf('TextPositionSelector') }), span),
};
const categories = oneOf('measure', 'figure', 'shortcoming');
const body = fields({
  memo: text,
  codeIds: list(filled),
  correction: optional(
    fields({
      verdict: oneOf(...VERDICTS),
      analyserVersion: text,
      finding: both(
        span,
        fields({ category: categories, mark: span, quote: text, certainty: number, ruleId: text }),
      ),
      fields: fields({
        category: optional(categories),
        indicator: optional(text),
        value: optional(number),
        unit: optional(nullable(text)),
        topic: optional(text),
        span: optional(span),
      }),
    }),
  ),
});
const creator: Check = (value) =>
  (value as { type?: unknown } | null)?.type === 'Software'
    ? fields({ version: text, ruleId: text })(value)
    : fields({ type: oneOf('Person') })(value);

/** What each record of a table must be, by the fields that are relied upon. */
export const RECORDS: Record<BackupTable, Check> = {
  reports: fields({
    id: filled,
    address: filled,
    url: optional(filled),
    facts,
    editedFacts: optional(someFacts),
    aliases: optional(list(filled)),
    projectIds: list(filled),
    snapshotId: filled,
    laterPartIds: optional(list(filled)),
    created: moment,
  }),
  snapshots: fields({ id: filled, reportId: filled, retrievedAt: moment, textHash: hash, ...state }),
  annotations: fields({
    id: filled,
    reportId: filled,
    target: fields({ snapshotId: filled, ...passage }),
    body,
    motivation: oneOf('highlighting', 'classifying', 'commenting', 'assessing'),
    creator,
    created: moment,
    modified: moment,
  }),
  drafts: fields({
    id: filled,
    address: filled,
    passage: fields(passage),
    capture: nullable(fields({ address: filled, ...state })),
    body,
    modified: moment,
  }),
  codes: fields({
    id: filled,
    codebookId: filled,
    parentId: nullable(filled),
    name: filled,
    initials: text,
    description: text,
    color,
    position: offset,
    shape: oneOf(...CODE_SHAPES),
    shortcut: nullable(filled),
    used: nullable(moment),
  }),
  dismissals: fields({ address: filled, created: moment }),
  codebooks: fields({ id: filled, name: text, created: moment }),
  projects: fields({
    id: filled,
    name: text,
    codebookId: filled,
    created: moment,
    opened: moment,
    indicatorEdits: optional(
      fields({ merged: mapping, split: list(text), names: mapping, hidden: list(text) }),
    ),
  }),
  history: fields({
    seq: offset,
    scope: filled,
    act: oneOf(...ACTS),
    at: moment,
    isUndone: oneOf(0, 1),
    images: list(
      fields({ table: oneOf(...RECORDED_TABLES), key: filled, before: anything, after: anything }),
    ),
  }),
};

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** The first key, anywhere in a value, that could change how objects behave; `null`: there is none. */
export function forbiddenKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN.includes(key)) return key;
    const found = forbiddenKey(inner);
    if (found !== null) return found;
  }
  return null;
}
