import { useEffect, useState } from 'preact/hooks';
import { arrowOf } from '../../../components/library/chart.ts';
import { ChartDrawer } from '../../../components/library/chart-drawer.tsx';
import { IndicatorTable, type ShownRow } from '../../../components/library/indicator-table.tsx';
import { reportLabel } from '../../../components/library/report-label.ts';
import { canMerge, editedRows } from '../../../lib/compare/edited-indicators.ts';
import { CERTAIN } from '../../../lib/compare/indicators.ts';
import { indicatorsCsv, synonymsCsv } from '../../../lib/export/indicators-csv.ts';
import { type IndicatorEdits, NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { activeProject, editIndicators, ensureStarter } from '../../../lib/store/projects.ts';
import { starter } from '../../shared/starter.ts';
import { useLive } from '../../shared/use-live.ts';
import { offerFile } from '../offer-file.ts';
import { savePicture } from '../save-picture.ts';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

const database = createDatabase();

/** Reports × indicators; what the reader merges, splits, renames and hides is remembered with the project. */
export function IndicatorsView({ words, reports, writes, onOpen }: ViewProps) {
  const { compare, faults } = words;
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('indicators', [ids], [writes, ids.join()]);
  const project = useLive(database, async () => (await activeProject(database)) ?? null, []);
  // a project to remember the edits with; a live query may not write
  useEffect(() => {
    void starter().then((given) => ensureStarter(database, given, new Date()));
  }, []);
  const [onlyShared, setOnlyShared] = useState(true);
  const [showHidden, setShowHidden] = useState(false);
  const [charted, setCharted] = useState<ShownRow | null>(null);
  if (live.state === 'failed') return <p class="notice">{faults[live.fault]}</p>;
  if (live.state === 'loading') return <p class="empty">{compare.computing}</p>;

  const stored = project.state === 'ready' ? project.value : null;
  const edits = { ...NO_EDITS, ...stored?.indicatorEdits };
  const change = (update: (edits: IndicatorEdits) => IndicatorEdits) => {
    if (stored) void editIndicators(database, stored.id, update);
  };
  const rows = editedRows(live.value, edits);
  const hiddenCount = rows.filter(({ isHidden }) => isHidden).length;
  // one report shares nothing with any other
  const isComparing = reports.length > 1;
  const least = onlyShared && isComparing ? 2 : 1;
  const shown = rows.filter((row) => (showHidden || !row.isHidden) && row.cells.length >= least);
  const drawn = reports.flatMap((report) => {
    const cell = charted?.cells.find(({ reportId }) => reportId === report.id);
    return cell ? [{ report, cell }] : [];
  });
  const labels = reports.map((report) => reportLabel(report, words));
  const save = (name: string, text: string) => offerFile(`zhupi-${name}.csv`, 'text/csv;charset=utf-8', text);

  return (
    <>
      <p class="summary">
        {isComparing && (
          <label>
            <input
              type="checkbox"
              checked={onlyShared}
              onChange={({ currentTarget }) => setOnlyShared(currentTarget.checked)}
            />
            {compare.onlyShared}
          </label>
        )}
        {hiddenCount > 0 && (
          <label>
            <input
              type="checkbox"
              checked={showHidden}
              onChange={({ currentTarget }) => setShowHidden(currentTarget.checked)}
            />
            {compare.showHidden(hiddenCount)}
          </label>
        )}
        <button
          type="button"
          class="button"
          onClick={() => save('indicators', indicatorsCsv(shown, ids, labels, compare.indicator))}
        >
          {compare.exportTable}
        </button>
        <button type="button" class="button" onClick={() => save('synonyms', synonymsCsv(rows))}>
          {compare.exportSynonyms}
        </button>
      </p>
      {shown.length === 0 ? (
        <p class="empty">{compare.nothing}</p>
      ) : (
        <IndicatorTable
          words={words}
          reports={reports}
          rows={shown}
          certain={CERTAIN}
          partnersOf={(row) => rows.filter((other) => canMerge(row, other))}
          onChart={setCharted}
          onOpen={({ reportId, figure }) => onOpen(reportId, [figure])}
          onMerge={(key, intoKey) =>
            change((now) => ({
              ...now,
              merged: { ...now.merged, [key]: intoKey },
              split: now.split.filter((each) => each !== key && each !== intoKey),
            }))
          }
          onSplit={(key) =>
            change((now) => ({
              ...now,
              split: [...now.split, key],
              merged: Object.fromEntries(Object.entries(now.merged).filter(([, into]) => into !== key)),
            }))
          }
          onRename={(key, name) => change((now) => ({ ...now, names: { ...now.names, [key]: name } }))}
          onHide={(key, isHidden) =>
            change((now) => ({
              ...now,
              hidden: isHidden ? [...now.hidden, key] : now.hidden.filter((each) => each !== key),
            }))
          }
        />
      )}
      {charted && (
        <ChartDrawer
          words={words}
          title={charted.label}
          source={compare.source(
            [...new Set(drawn.flatMap(({ report }) => report.facts.issuer ?? []))].join('、'),
            new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'medium' }).format(new Date()),
          )}
          bars={drawn.map(({ report, cell }) => ({
            label: reportLabel(report, words),
            value: cell.figure.value,
            written: `${arrowOf(cell)}${cell.written}`,
          }))}
          onSave={(svg, format) => void savePicture(svg, `zhupi-${charted.label}`, format)}
          onClose={() => setCharted(null)}
        />
      )}
    </>
  );
}
