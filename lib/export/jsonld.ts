import type { Annotation, Creator } from '../model/annotation.ts';
import { CARRIED_KEY, CARRIED_VERSION, type CarriedContext } from '../model/carried-annotations.ts';
import { codePath } from '../model/code-path.ts';
import { CodePoints } from '../model/code-points.ts';
import type { Code } from '../model/codebook.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Bundle } from './bundle.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The annotations as a W3C Web Annotation collection of one page (Web Annotation Data Model, 5.1 and 5.2). Offsets are
 * in Unicode code points (4.2.5) of the text whose SHA-256 the target's `TimeState` names (RFC 6920). What the
 * annotations are about stands beside them under a key of our own, so that they can be taken in again anywhere.
 */
export function jsonldOf(bundle: Bundle): string {
  const codeById = new Map(bundle.codes.map((code) => [code.id, code]));
  const items = bundle.reports.flatMap(({ states }) =>
    states.flatMap(({ snapshot, notes, corrections }) => {
      const points = new CodePoints(snapshot.text);
      return [...notes.map(({ annotation }) => annotation), ...corrections].map((annotation) =>
        annotationJson(annotation, snapshot, points, codeById),
      );
    }),
  );
  const carried: CarriedContext = {
    version: CARRIED_VERSION,
    reports: bundle.reports.map(({ report }) => report),
    snapshots: bundle.reports.flatMap(({ states }) => states.map(({ snapshot }) => snapshot)),
    codes: bundle.codes,
    codebooks: bundle.codebooks,
  };
  const collection = {
    // the second context keeps what is ours out of the graph: it is JSON, no linked data
    '@context': [CONTEXT, { '@version': 1.1, [CARRIED_KEY]: { '@id': CARRIED_KEY, '@type': '@json' } }],
    id: `urn:zhupi:collection:${bundle.exported}`,
    type: 'AnnotationCollection',
    label: bundle.name,
    generator: { id: 'urn:zhupi', type: 'Software', name: 'Zhupi' },
    generated: bundle.exported,
    total: items.length,
    first: {
      id: `urn:zhupi:collection:${bundle.exported}#1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items,
    },
    [CARRIED_KEY]: carried,
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function annotationJson(
  { id, target, body, motivation, creator, created, modified }: Annotation,
  snapshot: Snapshot,
  points: CodePoints,
  codeById: ReadonlyMap<string, Code>,
) {
  const { quote, position } = target;
  const { correction } = body;
  const bodies = [
    ...body.codeIds.map((codeId) => ({
      id: codeIri(codeId),
      type: 'TextualBody',
      purpose: 'classifying',
      value: codePath(codeId, codeById).join(' / '),
      format: 'text/plain',
    })),
    ...(body.memo === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', value: body.memo, format: 'text/markdown' }]),
    ...(correction === undefined
      ? []
      : [
          {
            type: 'TextualBody',
            purpose: 'assessing',
            value: JSON.stringify(correction),
            format: 'application/json',
          },
        ]),
  ];
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation,
    created,
    modified,
    creator: creatorJson(creator),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: snapshot.url,
      selector: [
        { type: quote.type, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
        { type: position.type, start: points.count(position.start), end: points.count(position.end) },
      ],
      state: {
        type: 'TimeState',
        sourceDate: snapshot.retrievedAt,
        cached: hashIri(snapshot.textHash),
      },
    },
  };
}

function creatorJson(creator: Creator) {
  if (creator.type === 'Person') return { id: 'urn:zhupi:reader', type: 'Person' };
  return {
    id: `urn:zhupi:rule:${encodeURIComponent(creator.ruleId)}`,
    type: 'Software',
    name: creator.version,
  };
}

function codeIri(codeId: string): string {
  return `urn:zhupi:code:${encodeURIComponent(codeId)}`;
}

/** SHA-256 in hex as a name of what has that hash (RFC 6920, section 3). */
export function hashIri(hex: string): string {
  const bytes = hex.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  const base64 = btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `ni:///sha-256;${base64}`;
}
