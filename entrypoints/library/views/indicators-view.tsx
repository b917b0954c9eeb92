import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ShownRow } from '../../../components/library/indicator-row.tsx';
import { IndicatorTable } from '../../../components/library/indicator-table.tsx';
import { IndicatorTools, type Shown } from '../../../components/library/indicator-tools.tsx';
import { filterRows, sortRows } from '../../../lib/compare/arrange.ts';
import { withHidden, withMerged, withName, withSplit } from '../../../lib/compare/edit-indicators.ts';
import { canMerge, editedRows } from '../../../lib/compare/edited-indicators.ts';
import { CERTAIN } from '../../../lib/compare/indicators.ts';
import { shownCsv, synonymsCsv } from '../../../lib/export/indicators-csv.ts';
import { type IndicatorEdits, NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import type { Span } from '../../../lib/model/span.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { activeProject, editIndicators, ensureStarter } from '../../../lib/store/projects.ts';
import { starter } from '../../shared/starter.ts';
import { useLive } from '../../shared/use-live.ts';
import { copyTable } from '../copy-table.ts';
import { offerFile } from '../offer-file.ts';
import { shownFigure, shownTable } from '../shown-figures.ts';
import { useAnswer } from '../use-answer.ts';
import { IndicatorChart } from './indicator-chart.tsx';
import type { ViewProps } from './view.ts';

const database = createDatabase();
const NOT_YET = { states: {} as Record<string, string>, found: null };
const AT_FIRST: Shown = { onlyShared: true, hidden: false, filter: '', order: { by: 'place' } };

/** Reports × indicators; what the reader merges, splits, renames and hides is remembered with the project. */
export function IndicatorsView({ words, reports: chosen, writes, onOpen }: ViewProps) {
  const { compare, faults } = words;
  const ids = chosen.map(({ id }) => id);
  const live = useAnswer('indicators', [ids], [writes, ids.join()]);
  const project = useLive(database, async () => (await activeProject(database)) ?? null, []);
  // a project to remember the edits with; a live query may not write
  useEffect(() => {
    void starter().then((given) => ensureStarter(database, given, new Date()));
  }, []);
  const [shown, setShown] = useState(AT_FIRST);
  const [said, setSaid] = useState('');
  const { states, found } = live.state === 'ready' ? live.value : NOT_YET;
  const open = (reportId: string, figure: Span) => onOpen(reportId, [figure], states[reportId]);
  // until others are lined up the table stays as it is
  const answered = useMemo(() => chosen, [found]);
  const isBusy = answered.map(({ id }) => id).join() !== ids.join();
  const reports = isBusy ? answered : chosen;
  const dated = useMemo(
    () => reports.map(({ id, facts }) => ({ id, body: facts.issuer, year: facts.year })),
    [reports],
  );
  const [charted, setCharted] = useState<ShownRow | null>(null);

  const stored = project.state === 'ready' ? project.value : null;
  const rows = useMemo(
    () => (found ? editedRows(found, { ...NO_EDITS, ...stored?.indicatorEdits }) : []),
    [found, stored],
  );
  // one report shares nothing with any other
  const isComparing = reports.length > 1;
  const arranged = useMemo(() => {
    const least = shown.onlyShared && isComparing ? 2 : 1;
    const wanted = rows.filter((row) => (shown.hidden || !row.isHidden) && row.cells.length >= least);
    return sortRows(filterRows(wanted, shown.filter), shown.order, dated);
  }, [rows, shown, dated]);
  const table = useMemo(() => {
    const change = (update: (edits: IndicatorEdits) => IndicatorEdits) => {
      if (stored) void editIndicators(database, stored.id, update);
    };
    return (
      <IndicatorTable
        words={words}
        reports={reports}
        dated={dated}
        rows={arranged}
        shownOf={(row, cell) => shownFigure(row, cell, words)}
        certain={CERTAIN}
        arrangement={shown}
        order={shown.order}
        onOrder={(order) => setShown((now) => ({ ...now, order }))}
        partnersOf={(row) => rows.filter((other) => canMerge(row, other))}
        onChart={setCharted}
        onOpen={({ reportId, figure }) => open(reportId, figure)}
        onMerge={(row, into) => change((now) => withMerged(now, row, into, rows))}
        onSplit={(row) => change((now) => withSplit(now, row, rows))}
        onRename={(row, name) => change((now) => withName(now, row, name, rows))}
        onHide={(row, isHidden) => change((now) => withHidden(now, row, isHidden, rows))}
      />
    );
    // drawing it takes long enough that nothing else may cause it
  }, [words, reports, rows, arranged, shown, stored, onOpen]);
  if (live.state === 'failed') return <p class="notice">{faults[live.fault]}</p>;
  if (live.state === 'loading') return <p class="empty">{compare.computing}</p>;

  const save = (name: string, text: string) => offerFile(`zhupi-${name}.csv`, 'text/csv;charset=utf-8', text);
  const copy = async () => {
    const isCopied = await copyTable(shownTable(arranged, reports, words));
    setSaid(isCopied ? compare.copied(arranged.length) : compare.copyFailed);
  };

  return (
    <>
      <IndicatorTools
        words={words}
        shown={shown}
        onChange={(changed) => {
          setSaid('');
          setShown((now) => ({ ...now, ...changed }));
        }}
        isComparing={isComparing}
        hiddenCount={rows.filter(({ isHidden }) => isHidden).length}
        rowCount={arranged.length}
        said={isBusy ? compare.computing : said}
        onCopy={() => void copy()}
        onExport={() => save('indicators', shownCsv(shownTable(arranged, reports, words)))}
        onExportSynonyms={() => save('synonyms', synonymsCsv(rows))}
      />
      {arranged.length === 0 ? <p class="empty">{compare.nothing}</p> : table}
      {charted && (
        <IndicatorChart
          words={words}
          reports={reports}
          row={charted}
          onOpen={open}
          onClose={() => setCharted(null)}
        />
      )}
    </>
  );
}
