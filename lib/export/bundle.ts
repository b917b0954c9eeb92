import { type Annotation, isCorrection } from '../model/annotation.ts';
import type { Code, Codebook } from '../model/codebook.ts';
import { knownFacts } from '../model/facts.ts';
import type { Finding, NoteState } from '../model/reading-view.ts';
import type { ReportFacts } from '../model/report.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';

/** What is exported, as it is read from the store. */
export interface Collection {
  reports: Report[];
  snapshots: Snapshot[];
  annotations: Annotation[];
  codes: Code[];
}

/** What the rules, as they are at the time of export, read in a text; the judgements of that state among the findings. */
export type Reader = (
  snapshot: Snapshot,
  corrections: readonly Annotation[],
) => Pick<Snapshot, 'outline' | 'analyserVersion'> & { findings: Finding[] };

/** Leaves the rules out: parts as they were stored, no findings. */
export const readNothing: Reader = ({ outline, analyserVersion }) => ({
  outline,
  analyserVersion,
  findings: [],
});

/** What has become of a passage of an older state in the newest one. */
export type Placer = (annotation: Annotation, from: Snapshot, to: Snapshot) => NoteState;

/** One state of a report's text with what is known of it. */
export interface BundledState {
  snapshot: Snapshot;
  /** Whether it is the newest state of the report, or of its part. */
  isCurrent: boolean;
  /** The reader's marks, codings and memos on this state, by place. */
  notes: { annotation: Annotation; state: NoteState }[];
  /** What the reader said of findings of this state, by place. */
  corrections: Annotation[];
  /** By start; empty unless the state is current. */
  findings: Finding[];
}

export interface BundledReport {
  report: Report;
  /** As the reader corrected them. */
  facts: ReportFacts;
  /** The current states by part, then the older ones that something was noted on, newest first. */
  states: BundledState[];
}

/** What all formats are made of: each takes from it what it can hold. */
export interface Bundle {
  /** Name of the project, or of whatever was chosen. */
  name: string;
  /** When it was exported; ISO 8601 in UTC. */
  exported: string;
  reports: BundledReport[];
  /** All codes of the codebooks below, and any others that were applied. */
  codes: Code[];
  codebooks: Codebook[];
  /** Names of topics in the reader's language, by id. */
  topics: Record<string, string>;
}

export interface Bundling {
  collection: Collection & { corrections?: Annotation[]; codebooks?: Codebook[] };
  name: string;
  now: Date;
  read: Reader;
  place: Placer;
  topics: Record<string, string>;
}

const byPlace = (a: Annotation, b: Annotation) =>
  a.target.position.start - b.target.position.start ||
  a.target.position.end - b.target.position.end ||
  (a.id < b.id ? -1 : 1);

/**
 * Gathers what is exported, report by report: yields how many are done, for whoever shows how far it has come, and
 * returns the whole. An annotation whose snapshot is gone is left out.
 */
export function* bundling({
  collection,
  name,
  now,
  read,
  place,
  topics,
}: Bundling): Generator<number, Bundle, void> {
  const { reports, snapshots, annotations, corrections = [], codes, codebooks = [] } = collection;
  const statesByReport = grouped(snapshots, ({ reportId }) => reportId);
  const notesBySnapshot = grouped([...annotations, ...corrections], ({ target }) => target.snapshotId);
  const bundled: BundledReport[] = [];
  for (const report of reports) {
    const own = statesByReport.get(report.id) ?? [];
    const current = currentStates(report, own);
    const states = [...current, ...own.filter((state) => !current.includes(state)).sort(newestFirst)];
    bundled.push({
      report,
      facts: knownFacts(report.facts, report.editedFacts),
      states: states.flatMap((snapshot) => {
        const isCurrent = current.includes(snapshot);
        const all = (notesBySnapshot.get(snapshot.id) ?? []).toSorted(byPlace);
        if (!isCurrent && all.length === 0) return [];
        const judged = all.filter(isCorrection);
        const newest = current.find(({ part = 1 }) => part === (snapshot.part ?? 1)) ?? snapshot;
        const notes = all
          .filter((annotation) => !isCorrection(annotation))
          .map((annotation) => ({
            annotation,
            state: isCurrent ? ('found' as const) : place(annotation, snapshot, newest),
          }));
        // the rules may have become better since the state was stored
        const { findings, ...byRules } = (isCurrent ? read : readNothing)(snapshot, judged);
        return [
          {
            snapshot: { ...snapshot, ...byRules },
            isCurrent,
            notes,
            corrections: judged,
            findings,
          },
        ];
      }),
    });
    yield bundled.length;
  }
  return { name, exported: now.toISOString(), reports: bundled, codes, codebooks, topics };
}

/** Runs a bundling to its end at once. */
export function bundleOf(wanted: Bundling): Bundle {
  const steps = bundling(wanted);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const newestFirst = (a: Snapshot, b: Snapshot) => b.retrievedAt.localeCompare(a.retrievedAt);

/** Values by key, in their order. */
function grouped<K, T>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The newest state of each part of a report, by part. */
function currentStates(report: Report, own: readonly Snapshot[]): Snapshot[] {
  const byPart = grouped(own, ({ part = 1 }) => part);
  return [...byPart.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(
      ([, states]) => states.find(({ id }) => id === report.snapshotId) ?? states.sort(newestFirst)[0] ?? [],
    );
}
