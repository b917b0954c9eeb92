import { arrowOf } from '../../../components/library/chart.ts';
import { ChartDrawer } from '../../../components/library/chart-drawer.tsx';
import type { ShownRow } from '../../../components/library/indicator-row.tsx';
import { reportLabel } from '../../../components/library/report-label.ts';
import type { Span } from '../../../lib/model/span.ts';
import { savePicture } from '../save-picture.ts';
import { shownFigure } from '../shown-figures.ts';
import type { ViewProps } from './view.ts';

interface IndicatorChartProps extends Pick<ViewProps, 'words' | 'reports'> {
  row: ShownRow;
  onOpen(reportId: string, figure: Span): void;
  onClose(): void;
}

/** A row of the indicator table as a picture, with the bodies that its figures come from. */
export function IndicatorChart({ words, reports, row, onOpen, onClose }: IndicatorChartProps) {
  const drawn = reports.flatMap((report) => {
    const cell = row.cells.find(({ reportId }) => reportId === report.id);
    return cell ? [{ report, cell }] : [];
  });
  const bodies = [...new Set(drawn.flatMap(({ report }) => report.facts.issuer ?? []))].join('、');
  const today = new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'medium' }).format(new Date());
  return (
    <ChartDrawer
      words={words}
      title={row.label}
      source={words.compare.source(bodies, today)}
      bars={drawn.map(({ report, cell }) => ({
        key: report.id,
        label: reportLabel(report, words),
        value: cell.figure.value,
        written: `${arrowOf(cell)}${shownFigure(row, cell, words).words}`,
      }))}
      onOpen={({ key }) => {
        const cell = row.cells.find(({ reportId }) => reportId === key);
        if (cell) onOpen(key, cell.figure);
      }}
      onSave={(svg, format) => void savePicture(svg, `zhupi-${row.label}`, format)}
      onClose={onClose}
    />
  );
}
