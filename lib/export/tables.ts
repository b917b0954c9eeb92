import { editedRows } from '../compare/edited-indicators.ts';
import { alignIndicators } from '../compare/indicators.ts';
import { codeTree, flatBranches } from '../model/code-tree.ts';
import type { ComparedReport, IndicatorRow } from '../model/comparison.ts';
import { joinPath } from '../model/csv-cell.ts';
import { type IndicatorEdits, NO_EDITS } from '../model/indicator-edits.ts';
import type { Words } from '../model/words.ts';
import type { Bundle } from './bundle.ts';
import { allRowsOf, figureRowsOf } from './note-rows.ts';
import { joinNames, notesTable } from './notes-csv.ts';
import { type Cell, dayCell, type Table } from './table.ts';

/**
 * The sheets of a workbook, in their order. `compared` are the same reports as they are compared, for the indicators;
 * `edits` what the reader made of their rows.
 */
export function allTables(
  bundle: Bundle,
  compared: readonly ComparedReport[],
  words: Words,
  edits: IndicatorEdits = NO_EDITS,
): Table[] {
  const indicators = editedRows(alignIndicators(compared), edits).filter(({ isHidden }) => !isHidden);
  return [
    notesTable(allRowsOf(bundle), words, words.export.tables.notes),
    figuresTable(bundle, words),
    reportsTable(bundle, words),
    codebookTable(bundle, words),
    codingsTable(bundle, words),
    indicatorsTable(bundle, indicators, words),
  ];
}

/** One row per figure. A percentage stands in a column of its own, so that spreadsheets show it as one. */
export function figuresTable(bundle: Bundle, words: Words): Table {
  const { columns, export: exported } = words;
  const own = exported.columns;
  return {
    name: exported.tables.figures,
    columns: [
      { heading: columns.issuer, width: 12 },
      { heading: columns.year, width: 5 },
      { heading: columns.title, width: 20 },
      { heading: columns.published, width: 8 },
      { heading: columns.section, width: 16 },
      { heading: own.indicator, width: 16 },
      { heading: columns.quote, width: 10 },
      { heading: own.value, width: 8 },
      { heading: own.valueMax, width: 8 },
      { heading: own.percent, width: 8 },
      { heading: own.unit, width: 6 },
      { heading: own.approx, width: 6 },
      { heading: own.quantityKind, width: 6 },
      { heading: own.from, width: 6 },
      { heading: own.direction, width: 5 },
      { heading: columns.topic, width: 8 },
      { heading: own.verdict, width: 6 },
      { heading: own.certainty, width: 6 },
      { heading: own.rule, width: 10 },
      { heading: columns.address, width: 24 },
      { heading: columns.retrievedAt, width: 12 },
      { heading: columns.textHash, width: 10 },
      { heading: columns.start, width: 5 },
      { heading: columns.end, width: 5 },
    ],
    rows: figureRowsOf(bundle).map(({ figure, ...row }) => {
      const isShare = figure.kind === 'percent';
      return [
        row.issuer,
        row.year,
        row.title,
        dayCell(row.published),
        joinNames(row.section),
        figure.indicator,
        row.quote,
        figure.value,
        figure.valueMax ?? null,
        isShare ? { percent: figure.value } : null,
        figure.unit,
        words.approxes[figure.approx],
        words.kinds[figure.kind],
        figure.from ?? null,
        figure.direction === undefined ? null : words.card[figure.direction],
        row.topic,
        row.verdict === null || row.verdict === undefined ? null : words.card.verdicts[row.verdict],
        Number(row.certainty.toFixed(2)),
        row.ruleId,
        row.address,
        new Date(row.retrievedAt),
        row.textHash,
        row.start,
        row.end,
      ];
    }),
  };
}

export function reportsTable({ reports }: Bundle, { columns, levels, export: exported }: Words): Table {
  return {
    name: exported.tables.reports,
    columns: [
      { heading: columns.title, width: 30 },
      { heading: columns.issuer, width: 14 },
      { heading: columns.year, width: 5 },
      { heading: columns.kind, width: 14 },
      { heading: columns.level, width: 5 },
      { heading: columns.province, width: 6 },
      { heading: columns.city, width: 6 },
      { heading: columns.county, width: 6 },
      { heading: columns.published, width: 8 },
      { heading: exported.columns.noteCount, width: 6 },
      { heading: columns.address, width: 30 },
      { heading: columns.created, width: 12 },
      { heading: columns.textHash, width: 20 },
      { heading: columns.id, width: 20 },
    ],
    rows: reports.map(({ report, facts, states }) => [
      facts.title,
      facts.issuer,
      facts.year,
      facts.kind,
      facts.level && levels[facts.level],
      facts.region.province,
      facts.region.city,
      facts.region.county,
      dayCell(facts.published),
      states.reduce((sum, { notes }) => sum + notes.length, 0),
      report.url ?? report.address,
      new Date(report.created),
      states[0]?.snapshot.textHash ?? null,
      report.id,
    ]),
  };
}

export function codebookTable({ codes, reports }: Bundle, { export: exported }: Words): Table {
  const uses = new Map<string, number>();
  for (const id of applied(reports).map(({ codeId }) => codeId)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return {
    name: exported.tables.codebook,
    columns: [
      { heading: exported.columns.code, width: 12 },
      { heading: exported.columns.path, width: 24 },
      { heading: exported.columns.description, width: 40 },
      { heading: exported.columns.color, width: 6 },
      { heading: exported.columns.uses, width: 6 },
    ],
    rows: flatBranches(codeTree(codes)).map(({ code, path }) => [
      code.name,
      joinPath(path),
      code.description,
      code.color,
      uses.get(code.id) ?? 0,
    ]),
  };
}

/** How often each code was applied to each report; codes that were not applied at all are left out. */
export function codingsTable(bundle: Bundle, words: Words): Table {
  const counts = new Map<string, Map<string, number>>();
  for (const { reportId, codeId } of applied(bundle.reports)) {
    const own = counts.get(codeId) ?? new Map<string, number>();
    own.set(reportId, (own.get(reportId) ?? 0) + 1);
    counts.set(codeId, own);
  }
  const lines = flatBranches(codeTree(bundle.codes)).flatMap(({ code, path }) => {
    const own = counts.get(code.id);
    return own ? [{ head: [joinPath(path)], cells: own }] : [];
  });
  const { export: own } = words;
  const head = [{ heading: own.columns.path, width: 24 }];
  return byReport(own.tables.codings, head, lines, { heading: own.columns.uses, empty: 0 }, bundle, words);
}

export function indicatorsTable(bundle: Bundle, rows: readonly IndicatorRow[], words: Words): Table {
  const { export: own } = words;
  const head = [
    { heading: own.columns.indicator, width: 20 },
    { heading: own.columns.unit, width: 6 },
    { heading: own.columns.certainty, width: 6 },
  ];
  const lines = rows.map(({ label, unit, kind, cells, certainty }) => ({
    head: [label, unit, Number(certainty.toFixed(2))],
    cells: new Map(
      cells.map(({ reportId, figure: { value } }): [string, Cell] => [
        reportId,
        kind === 'percent' ? { percent: value } : value,
      ]),
    ),
  }));
  return byReport(
    own.tables.indicators,
    head,
    lines,
    { heading: own.columns.value, empty: null },
    bundle,
    words,
  );
}

/** Reports that get a column each, at most: with more, each cell gets a line. */
const MOST_COLUMNS = 300;

/** A table of what each line says of each report: in columns, or with many reports in as many lines as say something. */
function byReport(
  name: string,
  head: Table['columns'],
  lines: readonly { head: Cell[]; cells: ReadonlyMap<string, Cell> }[],
  value: { heading: string; empty: Cell },
  { reports }: Bundle,
  words: Words,
): Table {
  if (reports.length <= MOST_COLUMNS) {
    return {
      name,
      columns: [...head, ...reports.map((each) => ({ heading: shortName(each, words), width: 10 }))],
      rows: lines.map((line) => [
        ...line.head,
        ...reports.map(({ report }) => line.cells.get(report.id) ?? value.empty),
      ]),
    };
  }
  const names = new Map(reports.map((each) => [each.report.id, shortName(each, words)]));
  return {
    name,
    columns: [
      ...head,
      { heading: words.export.tables.reports, width: 20 },
      { heading: value.heading, width: 10 },
    ],
    rows: lines.flatMap((line) =>
      [...line.cells].map(([reportId, cell]) => [...line.head, names.get(reportId) ?? '', cell]),
    ),
  };
}

function applied(reports: Bundle['reports']): { reportId: string; codeId: string }[] {
  return reports.flatMap(({ report, states }) =>
    states.flatMap(({ notes }) =>
      notes.flatMap(({ annotation }) =>
        annotation.body.codeIds.map((codeId) => ({ reportId: report.id, codeId })),
      ),
    ),
  );
}

function shortName({ facts, report }: Bundle['reports'][number], words: Words): string {
  const year = facts.year === null ? '' : String(facts.year);
  return (
    [facts.issuer ?? facts.title ?? report.address, year].filter((part) => part !== '').join(' ') ||
    words.name
  );
}
