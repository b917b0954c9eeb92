import type { Annotation } from '../model/annotation.ts';
import { codePath } from '../model/code-path.ts';
import { shownQuote } from '../model/line-ends.ts';
import type { Finding, NoteState } from '../model/reading-view.ts';
import type { Words } from '../model/words.ts';
import type { Bundle, BundledReport, BundledState } from './bundle.ts';

/** A passage of a reading note: a person's annotation, or a shortcoming that the rules found. */
export interface Passage {
  quote: string;
  /** '' : none. */
  memo: string;
  /** Paths of the codes, outermost first. */
  tags: string[][];
  annotation: Annotation | null;
  finding: Finding | null;
  state: NoteState;
}

/** A part of a report with what was noted in it. */
export interface Part {
  /** 1..3; 0: before the first heading. */
  depth: number;
  title: string;
  passages: Passage[];
}

/** What a reader calls a report. */
export function nameOf({ facts }: BundledReport, words: Words): string {
  const year = facts.year === null ? '' : String(facts.year);
  return facts.title ?? ([facts.issuer ?? '', year].join(' ').trim() || words.export.untitled);
}

/** What a state is called where there are several; `null`: it is the whole report as it is now. */
export function stateName(
  { snapshot, isCurrent }: BundledState,
  { export: words, htmlLang }: Words,
): string | null {
  if (!isCurrent) return words.earlierState(dateIn(snapshot.retrievedAt, htmlLang));
  return snapshot.part === undefined ? null : words.part(snapshot.part);
}

/** A moment as a reader writes a day, in UTC: an export reads the same wherever it is made. */
export function dateIn(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));
}

/** What is known of a report, as label and value, what isn't left out. */
export function factList(bundled: BundledReport, { columns, levels, panel }: Words): [string, string][] {
  const { facts, report, states } = bundled;
  const { region } = facts;
  const rows: [string, string | null][] = [
    [columns.issuer, facts.issuer],
    [columns.year, facts.year === null ? null : String(facts.year)],
    [columns.kind, facts.kind],
    [columns.level, facts.level && levels[facts.level]],
    [panel.region, [region.province, region.city, region.county].filter((name) => name !== null).join('')],
    [columns.published, facts.published],
    [columns.address, states[0]?.snapshot.url ?? report.address],
    [columns.retrievedAt, states[0]?.snapshot.retrievedAt ?? null],
    [columns.textHash, states[0]?.snapshot.textHash ?? null],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null && row[1] !== '');
}

/**
 * The parts of a state with their notes and shortcomings; headings of items (一是), and those of an older text, only
 * where something stands.
 */
export function partsOf(state: BundledState, { codes }: Bundle): Part[] {
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const passages: (Passage & { start: number })[] = [
    ...state.notes.map(({ annotation, state: now }) => ({
      quote: shownQuote(annotation.target.quote.exact),
      memo: annotation.body.memo,
      tags: annotation.body.codeIds.map((id) => codePath(id, codeById)).filter((path) => path.length > 0),
      annotation,
      finding: null,
      state: now,
      start: annotation.target.position.start,
    })),
    ...state.findings
      .filter(({ category }) => category === 'shortcoming')
      .map((finding) => ({
        quote: shownQuote(finding.quote),
        memo: '',
        tags: [],
        annotation: null,
        finding,
        state: 'found' as const,
        start: finding.start,
      })),
  ].sort((a, b) => a.start - b.start);
  const parts: (Part & { start: number })[] = [
    { depth: 0, title: '', passages: [], start: 0 },
    ...state.snapshot.outline.map(({ depth, title, start }) => ({
      depth,
      title,
      passages: [] as Passage[],
      start,
    })),
  ];
  let at = 0;
  for (const { start, ...passage } of passages) {
    while ((parts[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at++;
    parts[at]?.passages.push(passage);
  }
  return parts
    .filter(({ depth, passages: own }) => own.length > 0 || (state.isCurrent && (depth === 1 || depth === 2)))
    .map(({ start: _, ...part }) => part);
}
