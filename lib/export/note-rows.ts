import type { Annotation, MarkCategory, Motivation } from '../model/annotation.ts';
import { codePath } from '../model/code-path.ts';
import type { Code } from '../model/codebook.ts';
import { shownFinding, shownQuote } from '../model/line-ends.ts';
import type { FigureMention } from '../model/mention.ts';
import type { Finding, NoteState } from '../model/reading-view.ts';
import type { Level } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Section } from '../model/text.ts';
import {
  type Bundle,
  type BundledReport,
  type BundledState,
  bundleOf,
  type Collection,
  readNothing,
} from './bundle.ts';

/** One annotation or finding with what a reader of the export needs to know of it; `null`: not known. */
export interface NoteRow {
  /** Id of the annotation; of a finding the report's with its place, so that it stays the same from export to export. */
  id: string;
  issuer: string | null;
  year: number | null;
  title: string | null;
  kind: string | null;
  level: Level | null;
  province: string | null;
  city: string | null;
  county: string | null;
  published: string | null;
  /** A person's own; findings of the machine are told apart by theirs. */
  category: MarkCategory;
  /** `null`: what the machine found. */
  motivation: Motivation | null;
  /** Titles of the headings that govern the passage, outermost first. */
  section: string[];
  quote: string;
  /** Codes with their path in the codebook, outermost first. */
  tags: string[][];
  note: string;
  /** Name of the topic that the rules give a finding. */
  topic: string | null;
  /** Whether the passage still stands in the newest text that was read. */
  state: NoteState | null;
  address: string;
  /** When the page was read, and when the note was made and changed; ISO 8601 in UTC. `null`: a finding's. */
  retrievedAt: string;
  created: string | null;
  modified: string | null;
  /** SHA-256 of the report's text, lower-case hex. */
  textHash: string;
  /** Half-open, UTF-16, into the text of that hash. */
  start: number;
  end: number;
}

/** One figure with its report's facts. */
export interface FigureRow extends Omit<NoteRow, 'category' | 'motivation' | 'tags' | 'note' | 'state'> {
  figure: FigureMention;
  /** Rule that found it, and the reader's word on it. */
  ruleId: string;
  certainty: number;
  verdict: Finding['verdict'] | null;
}

/** The reader's annotations, by report and then by place. */
export function noteRowsOf({ reports, codes }: Bundle): NoteRow[] {
  const codeById = new Map(codes.map((code) => [code.id, code]));
  return reports.flatMap((report) =>
    report.states
      .flatMap((state) => state.notes.map((note) => noteRow(report, state, note, codeById)))
      .sort(byStart),
  );
}

/** Annotations and findings, by report, state and place. */
export function allRowsOf({ reports, codes, topics }: Bundle): NoteRow[] {
  const codeById = new Map(codes.map((code) => [code.id, code]));
  return reports.flatMap((report) =>
    report.states.flatMap((state) =>
      [
        ...state.notes.map((note) => noteRow(report, state, note, codeById)),
        ...state.findings.map((finding) => findingRow(report, state, finding, topics)),
      ].sort(byStart),
    ),
  );
}

export function figureRowsOf({ reports, topics }: Bundle): FigureRow[] {
  return reports.flatMap((report) =>
    report.states.flatMap((state) =>
      state.findings.flatMap((finding): FigureRow[] => {
        const { figure, ruleId, certainty, verdict = null } = finding;
        if (!figure) return [];
        const {
          category: _,
          motivation: _m,
          tags: _t,
          note: _n,
          state: _s,
          ...row
        } = findingRow(report, state, finding, topics);
        return [{ ...row, figure, ruleId, certainty, verdict }];
      }),
    ),
  );
}

/** The annotations of a collection, without anything that the rules find. */
export function noteRows(collection: Collection): NoteRow[] {
  const place = () => 'found' as const;
  return noteRowsOf(
    bundleOf({ collection, name: '', now: new Date(0), read: readNothing, place, topics: {} }),
  );
}

const byStart = (a: NoteRow, b: NoteRow) => a.start - b.start || a.end - b.end;

function common({ facts }: BundledReport, { snapshot }: BundledState, span: Span) {
  const { issuer, year, title, kind, level, region, published } = facts;
  const { province, city, county } = region;
  return {
    issuer,
    year,
    title,
    kind,
    level,
    province,
    city,
    county,
    published,
    section: headingsOver(span, snapshot.outline),
    address: snapshot.url,
    retrievedAt: snapshot.retrievedAt,
    textHash: snapshot.textHash,
    start: span.start,
    end: span.end,
  };
}

function noteRow(
  report: BundledReport,
  state: BundledState,
  note: { annotation: Annotation; state: NoteState },
  codeById: ReadonlyMap<string, Code>,
): NoteRow {
  const { id, target, body, motivation, created, modified } = note.annotation;
  return {
    ...common(report, state, target.position),
    id,
    category: 'note',
    motivation,
    quote: shownQuote(target.quote.exact),
    tags: body.codeIds.map((codeId) => codePath(codeId, codeById)).filter((path) => path.length > 0),
    note: body.memo,
    topic: null,
    state: note.state,
    created,
    modified,
  };
}

function findingRow(
  report: BundledReport,
  state: BundledState,
  finding: Finding,
  topics: Record<string, string>,
): NoteRow {
  const { category, quote, topic, start, end } = finding;
  return {
    ...common(report, state, finding),
    id: `${report.report.id}#${category}-${start}-${end}`,
    category,
    motivation: null,
    quote: shownFinding(quote, category === 'figure'),
    tags: [],
    note: '',
    topic: topic === undefined ? null : (topics[topic] ?? topic),
    state: null,
    created: null,
    modified: null,
  };
}

export function headingsOver({ start }: Span, outline: readonly Section[]): string[] {
  return outline
    .filter((section) => section.start <= start && start < section.bodyEnd)
    .sort((a, b) => a.depth - b.depth)
    .map(({ title }) => title);
}
