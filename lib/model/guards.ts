import { type Body, MARK_CATEGORIES, type Passage } from './annotation.ts';
import { type Correction, VERDICTS } from './correction.ts';
import { isDay, isReportYear } from './facts.ts';
import { ID_PATTERN } from './id.ts';
import { LEVELS, REPORT_KINDS, type ReportFacts } from './report.ts';
import type { Capture } from './snapshot.ts';
import type { Span } from './span.ts';
import type { Block, ReportText } from './text.ts';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

export function isSpan(value: unknown): value is Span {
  return isRecord(value) && isOffset(value.start) && isOffset(value.end) && value.start <= value.end;
}

export function isBody(value: unknown): value is Body {
  return (
    isRecord(value) &&
    typeof value.memo === 'string' &&
    Array.isArray(value.codeIds) &&
    value.codeIds.every((id) => typeof id === 'string') &&
    (value.correction === undefined || isCorrection(value.correction))
  );
}

const FINDING_CATEGORIES: readonly unknown[] = MARK_CATEGORIES.filter((category) => category !== 'note');

export function isCorrection(value: unknown): value is Correction {
  if (!isRecord(value) || !isRecord(value.finding) || !isRecord(value.fields)) return false;
  const { category, indicator, value: number, unit, topic, span } = value.fields;
  return (
    VERDICTS.some((verdict) => verdict === value.verdict) &&
    typeof value.analyserVersion === 'string' &&
    isSpan(value.finding) &&
    isSpan(value.finding.mark) &&
    FINDING_CATEGORIES.includes(value.finding.category) &&
    (category === undefined || FINDING_CATEGORIES.includes(category)) &&
    [indicator, topic].every((field) => field === undefined || typeof field === 'string') &&
    (unit === undefined || unit === null || typeof unit === 'string') &&
    (number === undefined || Number.isFinite(number)) &&
    (span === undefined || isSpan(span))
  );
}

/** Facts as a reader may edit them: known names, each `null` or of its own sort. */
export function isPartialFacts(value: unknown): value is Partial<ReportFacts> {
  if (!isRecord(value)) return false;
  const isText = (field: unknown) => field === undefined || field === null || typeof field === 'string';
  const { title, kind, issuer, level, region, year, published, ...others } = value;
  return (
    Object.keys(others).length === 0 &&
    [title, issuer].every(isText) &&
    (published === undefined || published === null || isDay(published)) &&
    (kind === undefined || kind === null || REPORT_KINDS.some((known) => known === kind)) &&
    (level === undefined || level === null || LEVELS.some((known) => known === level)) &&
    (year === undefined || year === null || isReportYear(year)) &&
    (region === undefined || (isRecord(region) && Object.values(region).every(isText)))
  );
}

export function isPassage(value: unknown): value is Passage {
  if (!isRecord(value) || !isRecord(value.quote) || !isSpan(value.position)) return false;
  const { exact, prefix, suffix } = value.quote;
  return [exact, prefix, suffix].every((part) => typeof part === 'string') && exact !== '';
}

function isBlock(value: unknown): boolean {
  const breaks = isSpan(value) ? (value as Block).breaks : null;
  return breaks === undefined || (Array.isArray(breaks) && breaks.every(isSpan));
}

export function isReportText(value: unknown): value is ReportText {
  return (
    isRecord(value) &&
    typeof value.text === 'string' &&
    Array.isArray(value.blocks) &&
    value.blocks.every(isBlock)
  );
}

/** Checks what the store relies on: address, text and lists; not every field of every finding. */
export function isCapture(value: unknown): value is Capture {
  return (
    isRecord(value) &&
    typeof value.address === 'string' &&
    value.address !== '' &&
    typeof value.url === 'string' &&
    typeof value.analyserVersion === 'string' &&
    (value.part === undefined || isOffset(value.part)) &&
    isReportText(value) &&
    Array.isArray(value.outline) &&
    value.outline.every(isSpan) &&
    isRecord(value.detection) &&
    isRecord(value.detection.facts)
  );
}
