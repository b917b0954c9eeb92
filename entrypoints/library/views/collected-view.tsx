import { useState } from 'preact/hooks';
import { NoteTable } from '../../../components/library/note-table.tsx';
import { ReportTable } from '../../../components/library/report-table.tsx';
import { noteRows } from '../../../lib/export/note-rows.ts';
import { notesCsv } from '../../../lib/export/notes-csv.ts';
import { notesJson } from '../../../lib/export/notes-json.ts';
import { ask } from '../../../lib/messaging/ask.ts';
import { sendMessage } from '../../../lib/messaging/protocol.ts';
import type { ShelfEntry } from '../../../lib/model/library.ts';
import type { Fault } from '../../../lib/model/outcome.ts';
import type { Words } from '../../../lib/model/words.ts';
import { noteCounts, readCollection, recentNotes } from '../../../lib/store/collection.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { faultOf, outcomeOf } from '../../../lib/store/faults.ts';
import { joinReports } from '../../../lib/store/joining.ts';
import { forget } from '../../../lib/store/library-cache.ts';
import { useLive } from '../../shared/use-live.ts';
import { offerFile } from '../offer-file.ts';

/** Notes and reports that are listed before more are asked for. */
const SHOWN = 100;

const database = createDatabase();

interface CollectedViewProps {
  words: Words;
  shelf: ShelfEntry[];
  /** Whether the shelf holds all there is: at first only the newest are known. */
  isWhole: boolean;
}

/** What is on the shelf, and the latest notes on it. */
export function CollectedView({ words, shelf, isWhole }: CollectedViewProps) {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const live = useLive(database, () => recentNotes(database, shown), [shown]);
  const ids = shelf.slice(0, shown).map(({ id }) => id);
  const counts = useLive(database, () => noteCounts(database, ids), [ids.join()]);
  const { library } = words;
  const problem = live.state === 'failed' ? live.fault : fault;
  const { annotations, codes } = live.state === 'ready' ? live.value : { annotations: [], codes: [] };
  const count = live.state === 'ready' ? live.value.count : 0;

  const exportNotes = async (format: 'csv' | 'json') => {
    try {
      const rows = noteRows(await readCollection(database));
      const now = new Date();
      // the reader's own day, written as ISO 8601
      const name = `zhupi-${now.toLocaleDateString('sv')}.${format}`;
      if (format === 'csv') offerFile(name, 'text/csv;charset=utf-8', notesCsv(rows, words));
      else offerFile(name, 'application/json', notesJson(rows, now));
      setSaid(library.exported(rows.length));
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  const remove = async (reportId: string, title: string) => {
    const notes = await database.annotations.where({ reportId }).count();
    if (!window.confirm(library.removeReport(title, notes))) return;
    const outcome = await ask(() => sendMessage('deleteReport', { id: reportId }));
    setFault(outcome.ok ? null : outcome.fault);
  };

  const join = async (reportId: string, otherId: string) => {
    if (!window.confirm(library.joinReports)) return;
    const outcome = await outcomeOf(() => joinReports(database, reportId, otherId));
    if (outcome.ok) {
      sendMessage('storeChanged').catch(() => undefined);
      await forget(otherId);
    }
    setFault(outcome.ok ? null : outcome.fault);
  };

  return (
    <>
      {problem && (
        <p class="notice" role="alert">
          {words.faults[problem]}
        </p>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports">
          {library.reports} {isWhole && <small>{library.reportCount(shelf.length)}</small>}
        </h2>
        <ReportTable
          words={words}
          reports={shelf.slice(0, shown)}
          noteCounts={counts.state === 'ready' ? counts.value : {}}
          onRemove={(id, title) => void remove(id, title)}
          onJoin={(id, other) => void join(id, other)}
        />
      </section>
      <section aria-labelledby="notes">
        <h2 id="notes">
          {library.notes} <small>{library.noteCount(count)}</small>
          <span class="actions">
            <span role="status">{said}</span>
            <button type="button" class="button primary" onClick={() => void exportNotes('csv')}>
              {library.exportCsv}
            </button>
            <button type="button" class="button" onClick={() => void exportNotes('json')}>
              {library.exportJson}
            </button>
          </span>
        </h2>
        {count === 0 ? (
          <p class="empty">{library.noNotes}</p>
        ) : (
          <NoteTable words={words} reports={shelf} annotations={annotations} codes={codes} />
        )}
      </section>
      {Math.max(shelf.length, count) > shown && (
        <button type="button" class="button" onClick={() => setShown(shown * 4)}>
          {library.more}
        </button>
      )}
    </>
  );
}
