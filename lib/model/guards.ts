import type { Body, Passage } from './annotation.ts';
import { ID_PATTERN } from './id.ts';
import type { Capture } from './snapshot.ts';
import type { Span } from './span.ts';
import type { ReportText } from './text.ts';

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
    value.codeIds.every((id) => typeof id === 'string')
  );
}

export function isPassage(value: unknown): value is Passage {
  if (!isRecord(value) || !isRecord(value.quote) || !isSpan(value.position)) return false;
  const { exact, prefix, suffix } = value.quote;
  return [exact, prefix, suffix].every((part) => typeof part === 'string') && exact !== '';
}

export function isReportText(value: unknown): value is ReportText {
  return (
    isRecord(value) &&
    typeof value.text === 'string' &&
    Array.isArray(value.blocks) &&
    value.blocks.every(isSpan)
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
