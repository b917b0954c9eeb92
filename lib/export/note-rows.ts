import type { Annotation, MarkCategory, Motivation } from '../model/annotation.ts';
import type { Code } from '../model/codebook.ts';
import type { Level } from '../model/report.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import type { Section } from '../model/text.ts';

/** What is exported, already read from the store. */
export interface Collection {
  reports: Report[];
  snapshots: Snapshot[];
  annotations: Annotation[];
  codes: Code[];
}

/** One annotation with what a reader of the export needs to know of it; `null`: not known. */
export interface NoteRow {
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
  motivation: Motivation;
  /** Titles of the headings that govern the passage, outermost first. */
  section: string[];
  quote: string;
  /** Codes with their path in the codebook, outermost first. */
  tags: string[][];
  note: string;
  address: string;
  /** When the page was read, and when the note was made and changed; ISO 8601 in UTC. */
  retrievedAt: string;
  created: string;
  modified: string;
  /** SHA-256 of the report's text, lower-case hex. */
  textHash: string;
  /** Half-open, UTF-16, into the text of that hash. */
  start: number;
  end: number;
}

/** One row per annotation, by report and then by place. An annotation whose snapshot is gone is left out. */
export function noteRows({ reports, snapshots, annotations, codes }: Collection): NoteRow[] {
  const reportById = new Map(reports.map((report) => [report.id, report]));
  const snapshotById = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const order = new Map(reports.map((report, index) => [report.id, index]));
  const rows: { row: NoteRow; order: number }[] = [];
  for (const { id, reportId, target, body, motivation, created, modified } of annotations) {
    const report = reportById.get(reportId);
    const snapshot = snapshotById.get(target.snapshotId);
    if (!report || !snapshot) continue;
    const { issuer, year, title, kind, level, region, published } = report.facts;
    const row: NoteRow = {
      id,
      issuer,
      year,
      title,
      kind,
      level,
      ...region,
      published,
      category: 'note',
      motivation,
      section: headingsOver(target.position, snapshot.outline),
      quote: target.quote.exact,
      tags: body.codeIds.flatMap((codeId) => {
        const path = pathOf(codeId, codeById);
        return path.length > 0 ? [path] : [];
      }),
      note: body.memo,
      address: snapshot.url,
      retrievedAt: snapshot.retrievedAt,
      created,
      modified,
      textHash: snapshot.textHash,
      start: target.position.start,
      end: target.position.end,
    };
    rows.push({ row, order: order.get(reportId) ?? 0 });
  }
  return rows.sort((a, b) => a.order - b.order || a.row.start - b.row.start).map(({ row }) => row);
}

function pathOf(codeId: string, codeById: Map<string, Code>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let code = codeById.get(codeId);
    code && !seen.has(code.id);
    code = codeById.get(code.parentId ?? '')
  ) {
    seen.add(code.id);
    path.unshift(code.name);
  }
  return path;
}

function headingsOver({ start }: Span, outline: readonly Section[]): string[] {
  return outline
    .filter((section) => section.start <= start && start < section.bodyEnd)
    .sort((a, b) => a.depth - b.depth)
    .map(({ title }) => title);
}
