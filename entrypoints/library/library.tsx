import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { NoteTable } from '../../components/library/note-table.tsx';
import { ReportTable } from '../../components/library/report-table.tsx';
import '../../components/library/library.css';
import '../../components/library/compare.css';
import '../../components/library/side-by-side.css';
import { Tabs } from '../../components/tabs.tsx';
import { noteRows } from '../../lib/export/note-rows.ts';
import { notesCsv } from '../../lib/export/notes-csv.ts';
import { notesJson } from '../../lib/export/notes-json.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';
import { readCollection } from '../../lib/store/collection.ts';
import { createDatabase } from '../../lib/store/database.ts';
import { useLive } from '../shared/use-live.ts';
import { COMPARE_VIEWS, type CompareView, CompareViews } from './compare-views.tsx';
import { offerFile } from './offer-file.ts';
import { SearchView } from './views/search-view.tsx';

type View = 'collected' | 'search' | CompareView;

const database = createDatabase();

/** All that was collected, and the way out of the browser for it. */
export function Library({ words }: { words: Words }) {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const live = useLive(database, () => readCollection(database), []);
  const { library } = words;
  const problem = live.state === 'failed' ? live.fault : fault;
  const collection =
    live.state === 'ready' ? live.value : { reports: [], snapshots: [], annotations: [], codes: [] };
  const { reports, annotations, codes } = collection;
  const rows = noteRows(collection);
  const [view, setView] = useState<View>('collected');
  const shelf = reports.map((report) => ({
    ...report,
    facts: { ...report.facts, ...report.editedFacts },
    retrievedAt: report.created,
    noteCount: annotations.filter(({ reportId }) => reportId === report.id).length,
  }));

  const exportNotes = (format: 'csv' | 'json') => {
    const now = new Date();
    // the reader's own day, written as ISO 8601
    const name = `zhupi-${now.toLocaleDateString('sv')}.${format}`;
    if (format === 'csv') offerFile(name, 'text/csv;charset=utf-8', notesCsv(rows, words));
    else offerFile(name, 'application/json', notesJson(rows, now));
    setSaid(library.exported(rows.length));
  };
  const remove = async (reportId: string, title: string) => {
    const count = annotations.filter((annotation) => annotation.reportId === reportId).length;
    if (!window.confirm(library.removeReport(title, count))) return;
    const outcome = await ask(() => sendMessage('deleteReport', { id: reportId }));
    setFault(outcome.ok ? null : outcome.fault);
  };

  return (
    <>
      <header class="bar">
        <h1>{library.label}</h1>
        <a class="button quiet" href={browser.runtime.getURL('/options.html')}>
          {words.options.label}
        </a>
      </header>
      <main class="library" aria-busy={live.state === 'loading'}>
        {problem && (
          <p class="notice" role="alert">
            {words.faults[problem]}
          </p>
        )}
        {live.state === 'loading' && <p class="empty">{library.loading}</p>}
        {live.state === 'ready' && reports.length === 0 && (
          <section class="empty">
            <h2>{library.noReports}</h2>
            <p>{library.noReportsHelp}</p>
          </section>
        )}
        {reports.length > 0 && (
          <Tabs<View>
            label={words.compare.views}
            chosen={view}
            onChoose={setView}
            tabs={[
              { name: 'collected', title: library.reports, count: reports.length },
              { name: 'search', title: words.search.tab },
              ...COMPARE_VIEWS.map((name) => ({ name, title: words.compare[name] })),
            ]}
          >
            {view === 'search' && <SearchView words={words} shelf={shelf} />}
            {view !== 'collected' && view !== 'search' && (
              <CompareViews key={view} words={words} view={view} shelf={shelf} />
            )}
            {view === 'collected' && (
              <>
                <section aria-labelledby="reports">
                  <h2 id="reports">
                    {library.reports} <small>{library.reportCount(reports.length)}</small>
                  </h2>
                  <ReportTable words={words} reports={reports} annotations={annotations} onRemove={remove} />
                </section>
                <section aria-labelledby="notes">
                  <h2 id="notes">
                    {library.notes} <small>{library.noteCount(rows.length)}</small>
                    <span class="actions">
                      <span role="status">{said}</span>
                      <button type="button" class="button primary" onClick={() => exportNotes('csv')}>
                        {library.exportCsv}
                      </button>
                      <button type="button" class="button" onClick={() => exportNotes('json')}>
                        {library.exportJson}
                      </button>
                    </span>
                  </h2>
                  {rows.length === 0 ? (
                    <p class="empty">{library.noNotes}</p>
                  ) : (
                    <NoteTable words={words} reports={reports} annotations={annotations} codes={codes} />
                  )}
                </section>
              </>
            )}
          </Tabs>
        )}
      </main>
    </>
  );
}
