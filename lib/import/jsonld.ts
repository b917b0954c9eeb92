import type { Annotation, Creator } from '../model/annotation.ts';
import type { BackupTable } from '../model/backup.ts';
import { CARRIED_KEY, CARRIED_VERSION, type CarriedAnnotations } from '../model/carried-annotations.ts';
import { CodePoints } from '../model/code-points.ts';
import type { BackupError } from '../model/export-words.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { forbiddenKey, RECORDS } from './records.ts';
import { References } from './references.ts';
import { Refusals } from './refusal.ts';

export type ReadAnnotations =
  | { ok: true; carried: CarriedAnnotations }
  | { ok: false; errors: BackupError[] };

type Json = Record<string, unknown>;

/**
 * Reads a W3C annotation collection that Zhupi wrote, each field checked, all or nothing. What is wrong is said with
 * the list it stands in and its number there, from 1.
 */
export function readJsonld(text: string): ReadAnnotations {
  const refusals = new Refusals();
  const failed = { ok: false as const, errors: refusals.errors };
  let collection: unknown;
  try {
    collection = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    refusals.add('bad-json', '', null, error instanceof Error ? error.message : '');
    return failed;
  }
  const key = forbiddenKey(collection);
  if (key !== null) refusals.add('bad-key', '', null, key);
  const carried = isObject(collection) ? collection[CARRIED_KEY] : undefined;
  const page = isObject(collection) ? collection.first : undefined;
  const items = isObject(page) ? page.items : undefined;
  if (!isObject(collection) || collection.type !== 'AnnotationCollection' || !isObject(carried)) {
    refusals.add('not-a-backup', '', null, 'AnnotationCollection');
    return failed;
  }
  if (Number(carried.version) > CARRIED_VERSION) refusals.add('newer', '', null, String(carried.version));
  if (!Array.isArray(items)) refusals.add('bad-field', 'first.items', null, '');
  if (refusals.errors.length > 0) return failed;

  const references = new References();
  const checked = <T>(table: BackupTable, rows: unknown, name: string): T[] => {
    if (!Array.isArray(rows)) {
      refusals.add('bad-field', name, null, '');
      return [];
    }
    for (const [index, row] of rows.entries()) {
      const wrong = RECORDS[table](row);
      if (wrong !== null) refusals.add('bad-field', name, index + 1, wrong);
      else references.note(table, row as object, name, index + 1, refusals);
    }
    return rows as T[];
  };
  const codebooks = checked<CarriedAnnotations['codebooks'][number]>(
    'codebooks',
    carried.codebooks,
    'codebooks',
  );
  const codes = checked<CarriedAnnotations['codes'][number]>('codes', carried.codes, 'codes');
  const reports = checked<CarriedAnnotations['reports'][number]>('reports', carried.reports, 'reports');
  const snapshots = checked<Snapshot>('snapshots', carried.snapshots, 'snapshots');
  if (refusals.errors.length > 0) return failed;

  const byState = new Map(snapshots.map((snapshot) => [stateKey(snapshot), snapshot]));
  const points = new Map<string, CodePoints>();
  const read = (items as unknown[]).map((item, index): Annotation | null => {
    const snapshot = byState.get(stateNamed(item));
    if (!snapshot) {
      refusals.add('dangling', 'first.items', index + 1, 'target.state');
      return null;
    }
    const own = points.get(snapshot.id) ?? new CodePoints(snapshot.text);
    points.set(snapshot.id, own);
    return annotationOf(item as Json, snapshot, own);
  });
  const annotations = checked<Annotation>(
    'annotations',
    read.filter((annotation) => annotation !== null),
    'first.items',
  );
  references.check(refusals);
  if (refusals.errors.length > 0) return failed;
  return { ok: true, carried: { reports, snapshots, codes, codebooks, annotations } };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const part = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const withType = (list: unknown, type: string): unknown =>
  Array.isArray(list) ? list.find((each) => part(each, 'type') === type) : undefined;

function stateKey({ url, retrievedAt, textHash }: Snapshot): string {
  return JSON.stringify([url, retrievedAt, textHash]);
}

/** The state that an annotation's target names, as `stateKey` writes it; '' when it names none. */
function stateNamed(item: unknown): string {
  const target = part(item, 'target');
  const state = part(target, 'state');
  const hash = /^ni:\/\/\/sha-256;([\w-]+)$/.exec(String(part(state, 'cached')))?.[1];
  if (hash === undefined) return '';
  const hex = hexOf(hash);
  return hex === null ? '' : JSON.stringify([part(target, 'source'), part(state, 'sourceDate'), hex]);
}

function hexOf(base64url: string): string | null {
  try {
    const bytes = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Array.from(bytes, (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}

/** An annotation as its form says; whether its fields are right is looked at afterwards. */
function annotationOf(item: Json, snapshot: Snapshot, points: CodePoints): Annotation {
  const selectors = part(item.target, 'selector');
  const quote = withType(selectors, 'TextQuoteSelector');
  const position = withType(selectors, 'TextPositionSelector');
  const bodies = Array.isArray(item.body) ? item.body : [];
  const valuesFor = (purpose: string) => bodies.filter((each) => part(each, 'purpose') === purpose);
  const assessment = part(valuesFor('assessing')[0], 'value');
  const correction = assessment === undefined ? undefined : parsed(String(assessment));
  const offset = (name: string) => {
    const count = part(position, name);
    return typeof count === 'number' ? points.offset(count) : count;
  };
  return {
    id: String(item.id).replace(/^urn:uuid:/, ''),
    reportId: snapshot.reportId,
    target: {
      snapshotId: snapshot.id,
      quote: isObject(quote) ? { ...quote } : quote,
      position: { type: 'TextPositionSelector', start: offset('start'), end: offset('end') },
    },
    body: {
      memo: part(valuesFor('commenting')[0], 'value') ?? '',
      codeIds: valuesFor('classifying').map((each) =>
        decoded(String(part(each, 'id')).replace(/^urn:zhupi:code:/, '')),
      ),
      ...(correction === undefined ? {} : { correction }),
    },
    motivation: item.motivation,
    creator: creatorOf(item.creator),
    created: item.created,
    modified: item.modified,
  } as Annotation;
}

function creatorOf(creator: unknown): Creator {
  if (part(creator, 'type') !== 'Software') return { type: 'Person' };
  const ruleId = decoded(String(part(creator, 'id')).replace(/^urn:zhupi:rule:/, ''));
  return { type: 'Software', version: String(part(creator, 'name') ?? ''), ruleId };
}

/** `null` where it is no JSON, or has a key that isn't allowed: the check of its field says so. */
function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return forbiddenKey(value) === null ? value : null;
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
