import { coverageOf } from '../../lib/compare/coverage.ts';
import { alignIndicators, CERTAIN } from '../../lib/compare/indicators.ts';
import { codeMatrix, topicMatrix } from '../../lib/compare/matrix.ts';
import { alignPassages, commonShare } from '../../lib/compare/passages.ts';
import { alignSections } from '../../lib/compare/sections.ts';
import { SET_PHRASES } from '../../lib/lexicon/zh/set-phrases.ts';
import type { ComparedReport } from '../../lib/model/comparison.ts';
import type { ShelfEntry, StoredPassage } from '../../lib/model/library.ts';
import { FaultError } from '../../lib/model/outcome.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Section } from '../../lib/model/text.ts';
import { codedPassages, notedPassages, shelfEntry } from '../../lib/store/collection.ts';
import { createDatabase, openDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';
import { createSearchCache } from '../../lib/store/search-cache.ts';
import { Readings } from './readings.ts';
import { Search } from './search.ts';
import type { Reply, Request, Requests, SideBySide } from './worker-protocol.ts';
import { Writes } from './writes.ts';

/** Characters shown on both sides of a passage. */
const CONTEXT = 30;

const database = createDatabase();
const readings = new Readings(database);
const search = new Search(database, readings, createSearchCache());
const writes = new Writes(database);

type Answers = {
  [Name in keyof Requests]: (...argument: Parameters<Requests[Name]>) => Promise<ReturnType<Requests[Name]>>;
};

const ANSWERS: Answers = {
  shelf,
  warm: async () => {
    await search.warm();
    return null;
  },
  search: (request) => search.find(request),
  written: (turn) => writes.after(turn),
  indicators: async (ids) => alignIndicators(await readings.of(ids)),
  sideBySide,
  topics: async ({ reportIds, category }) => topicMatrix(await readings.of(reportIds), category),
  coverage: async ({ reportIds, due }) => coverageOf(await readings.of(reportIds), due),
  codes: async (ids) => {
    const annotations = await database.annotations.where('reportId').anyOf(ids).toArray();
    return codeMatrix(
      annotations.map(({ reportId, body, target }) => ({
        reportId,
        codeIds: body.codeIds,
        ...target.position,
      })),
    );
  },
  codedPassages: ({ reportId, codeId }) => codedPassages(database, reportId, codeId),
  notedPassages: (ids) => notedPassages(database, ids),
  passages: async ({ reportId, spans }) => {
    const [report] = await readings.of([reportId]);
    return report ? spans.map((span) => passageAt(report, span)) : [];
  },
};

/** Newest first, a slice at a time: ten thousand at once would hold up the page that takes them in. */
async function shelf({ from, most }: { from: number; most: number }): Promise<ShelfEntry[]> {
  return (await search.reports()).slice(from, from + most).map(shelfEntry);
}

async function sideBySide(ids: [string, string]): Promise<SideBySide> {
  const [earlier, later] = await readings.of(ids);
  if (!earlier || !later) throw new FaultError('not-found');
  const counterparts = alignIndicators([earlier, later]).flatMap(({ cells: [a, b], certainty }) =>
    a && b && certainty >= CERTAIN ? [[a.figure.start, b.figure.start] as const] : [],
  );
  const rows = alignSections(earlier, later).map((pair) => ({
    ...pair,
    passages: alignPassages(
      earlier.text,
      ownSentences(earlier, pair.earlier),
      later.text,
      ownSentences(later, pair.later),
      counterparts,
    ),
  }));
  return {
    texts: [earlier.text, later.text],
    rows,
    common: commonShare(earlier.text, later.text, SET_PHRASES),
  };
}

/** Sentences of a part that are not of a part within it. */
function ownSentences({ sentences, outline }: ComparedReport, section: Section | null): Span[] {
  if (section === null) return [];
  const inner = outline.find(({ depth, start }) => depth < 3 && start > section.start);
  const end = Math.min(section.bodyEnd, inner?.start ?? section.bodyEnd);
  return sentences.filter(({ start }) => start >= section.end && start < end);
}

function passageAt({ id, text }: ComparedReport, { start, end }: Span): StoredPassage {
  return {
    reportId: id,
    before: text.slice(Math.max(0, start - CONTEXT), start),
    words: text.slice(start, end),
    after: text.slice(end, end + CONTEXT),
    start,
  };
}

async function answer({ id, name, argument }: Request): Promise<Reply> {
  try {
    await openDatabase(database);
    const work = ANSWERS[name] as (argument: unknown) => Promise<unknown>;
    return { id, value: await work(argument) };
  } catch (error) {
    return { id, fault: faultOf(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then((reply) => self.postMessage(reply));
});
