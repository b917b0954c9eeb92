import { coverageOf } from '../../lib/compare/coverage.ts';
import { codeMatrix, topicMatrix } from '../../lib/compare/matrix.ts';
import { quotedPassage } from '../../lib/compare/passage-at.ts';
import { sideBySide } from '../../lib/compare/side-by-side.ts';
import { SET_PHRASES } from '../../lib/lexicon/zh/set-phrases.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import { FaultError } from '../../lib/model/outcome.ts';
import { codedPassages, notedPassages, shelfEntry } from '../../lib/store/collection.ts';
import { createDatabase, openDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';
import { createLibraryCache } from '../../lib/store/library-cache.ts';
import { Afterwards } from './afterwards.ts';
import { IndicatorTables } from './indicator-tables.ts';
import { ofStates, passagesOf } from './of-states.ts';
import { inParts } from './parts.ts';
import { type Reading, Readings } from './readings.ts';
import { reworded } from './reworded.ts';
import { Search } from './search.ts';
import type { Reply, Request, Requests } from './worker-protocol.ts';

/** Time without a question before what was found is stored, in milliseconds. */
const QUIET = 1_500;

const database = createDatabase();
const cache = createLibraryCache();
const afterwards = new Afterwards(QUIET);
const readings = new Readings(database, cache, afterwards);
const search = new Search(database, readings, cache);
const tables = new IndicatorTables(database, cache, afterwards);

type Answers = {
  [Name in keyof Requests]: (...argument: Parameters<Requests[Name]>) => Promise<ReturnType<Requests[Name]>>;
};

const ANSWERS: Answers = {
  shelf,
  warm: async () => {
    await search.warm();
    await readings.sweep();
    afterwards.add(() => tables.sweep());
    return null;
  },
  search: (request) => search.find(request),
  indicators: async (ids) => {
    const reports = await compared(ids);
    return ofStates(reports, await tables.of(reports));
  },
  sideBySide: async (ids) => {
    const reports = await readings.of(ids);
    if (reports.length < ids.length) throw new FaultError('not-found');
    return ofStates(reports, reworded(sideBySide(reports, SET_PHRASES)));
  },
  topics: async ({ reportIds, category }) => {
    const reports = await compared(reportIds);
    return ofStates(reports, topicMatrix(reports, category));
  },
  coverage: async ({ reportIds, due }) => {
    const reports = await compared(reportIds);
    return ofStates(reports, coverageOf(reports, due));
  },
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
  codedPassages: async ({ reportId, codeId }) => {
    const passages = await codedPassages(database, reportId, codeId);
    return passages.map(quotedPassage);
  },
  notedPassages: async (ids) => (await notedPassages(database, ids)).map(quotedPassage),
  passages: (request) => passagesOf(readings, request),
};

/** Newest first, a slice at a time: ten thousand at once would hold up the page that takes them in. */
async function shelf({ from, most }: { from: number; most: number }): Promise<ShelfEntry[]> {
  return (await search.reports()).slice(from, from + most).map(shelfEntry);
}

/** Time that a table is looked at before other reports are read, in milliseconds. */
const AHEAD_AFTER = 1_000;
let ahead: ReturnType<typeof setTimeout> | undefined;

/** Reports for a table; when it has been there for a while, others are read that may be asked for next. */
async function compared(ids: string[]): Promise<Reading[]> {
  const found = await readings.of(ids);
  clearTimeout(ahead);
  ahead = setTimeout(() => void readings.ahead().catch(() => undefined), AHEAD_AFTER);
  return found;
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
  void afterwards.during(async () => {
    for (const each of inParts(await answer(data))) self.postMessage(each);
  });
});
