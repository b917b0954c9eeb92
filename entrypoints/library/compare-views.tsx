import { useCallback, useMemo, useState } from 'preact/hooks';
import '../../components/library/grid.css';
import { PassageDrawer } from '../../components/library/passage-drawer.tsx';
import { inOrder } from '../../components/library/report-label.ts';
import { ReportPicker } from '../../components/library/report-picker.tsx';
import type { ShelfEntry, StoredPassage } from '../../lib/model/library.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { askWorker } from './use-answer.ts';
import { useWrites } from './use-writes.ts';
import { CodingsView } from './views/codings-view.tsx';
import { CoverageView } from './views/coverage-view.tsx';
import { IndicatorsView } from './views/indicators-view.tsx';
import { SideBySideView } from './views/side-by-side-view.tsx';
import { TopicsView } from './views/topics-view.tsx';

const VIEWS = {
  indicators: IndicatorsView,
  sideBySide: SideBySideView,
  topics: TopicsView,
  coverage: CoverageView,
  codings: CodingsView,
};
export type CompareView = keyof typeof VIEWS;
export const COMPARE_VIEWS = Object.keys(VIEWS) as CompareView[];

/** Chosen at first: enough to see what a view is for, few enough to be read at a glance. */
const CHOSEN_AT_FIRST = 12;

/** Notes written this closely after each other are seen as one, in milliseconds. */
const REST = 100;
/** The same for reports: files come in by the hundred. */
const REPORTS_REST = 300;

/** What the reader chose last, for all views, while the library is open. */
let lastChosen: string[] | null = null;

interface CompareViewsProps {
  words: Words;
  database: ZhupiDatabase;
  view: CompareView;
  shelf: ShelfEntry[];
}

interface Opened {
  report: ShelfEntry;
  passages: StoredPassage[];
}

/** One way of lining reports up, over the reports that the reader chose. */
export function CompareViews({ words, database, view, shelf }: CompareViewsProps) {
  const ordered = useMemo(() => inOrder(shelf), [shelf]);
  const [ids, setIds] = useState(() => lastChosen ?? ordered.slice(0, CHOSEN_AT_FIRST).map(({ id }) => id));
  const chosen = useMemo(() => new Set(ids), [ids]);
  const reports = useMemo(() => ordered.filter(({ id }) => chosen.has(id)), [ordered, chosen]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const choose = (chosenNow: string[]) => {
    lastChosen = chosenNow;
    setIds(chosenNow);
  };
  const View = VIEWS[view];
  const writes = useWrites(database, 'annotations', REST) + useWrites(database, 'reports', REPORTS_REST);
  const open = async (reportId: string, asked: Promise<StoredPassage[]>) => {
    const report = shelf.find(({ id }) => id === reportId);
    const passages = await asked.catch(() => []);
    if (report) setOpened({ report, passages });
  };
  // the same ones as long as they do the same: large tables are drawn anew only when something is
  const onOpen = useCallback(
    (reportId: string, spans: Span[], states: string | undefined) =>
      void open(reportId, askWorker('passages', { reportId, states, spans })),
    [shelf],
  );
  const onOpenCodings = useCallback(
    (reportId: string, codeId: string) =>
      void open(reportId, askWorker('codedPassages', { reportId, codeId })),
    [shelf],
  );
  return (
    <>
      <ReportPicker words={words} reports={ordered} chosen={chosen} onChange={choose} />
      <View words={words} writes={writes} reports={reports} onOpen={onOpen} onOpenCodings={onOpenCodings} />
      {opened && (
        <PassageDrawer
          words={words}
          report={opened.report}
          passages={opened.passages}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
