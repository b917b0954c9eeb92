import type { ComparedReport, IndicatorRow } from '../model/comparison.ts';
import { cellOf } from './counted.ts';

/** A row as its places among what it was lined up from: small to store, and whole again with the same reports. */
export interface PackedRow {
  key: string;
  label: string;
  certainty: number;
  /** For each cell the place of its report, that of its figure in the report, and 1 for a change, else 0. */
  cells: number[];
}

/** `reports`: those that the rows were made from, in that order; throws where they are not. */
export function packRows(rows: readonly IndicatorRow[], reports: readonly ComparedReport[]): PackedRow[] {
  const placeOf = new Map(reports.map(({ id }, place) => [id, place]));
  const placeIn = reports.map(({ figures }) => new Map(figures.map((figure, place) => [figure, place])));
  return rows.map(({ key, label, certainty, cells }) => ({
    key,
    label,
    certainty,
    cells: cells.flatMap(({ reportId, figure, isChange }) => {
      const report = placeOf.get(reportId);
      const place = report === undefined ? undefined : placeIn[report]?.get(figure);
      if (report === undefined || place === undefined) throw new Error('a row is of other reports');
      return [report, place, isChange ? 1 : 0];
    }),
  }));
}

/** The rows again; throws where they are not of these reports. */
export function unpackRows(packed: readonly PackedRow[], reports: readonly ComparedReport[]): IndicatorRow[] {
  return packed.map(({ key, label, certainty, cells: places }) => {
    const cells = [];
    for (let at = 0; at < places.length; at += 3) {
      const report = reports[places[at] ?? -1];
      const figure = report?.figures[places[at + 1] ?? -1];
      if (!report || !figure) throw new Error('a row is of other reports');
      cells.push(cellOf(report, figure, places[at + 2] === 1));
    }
    const [first] = cells;
    if (!first) throw new Error('a row has no cell');
    const { kind, unit } = first.figure;
    return { key, label, kind, unit, cells, certainty };
  });
}
