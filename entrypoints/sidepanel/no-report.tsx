import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AttachmentList } from '../../components/panel/attachment-list.tsx';
import { Collected } from '../../components/panel/collected.tsx';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Motivation } from '../../lib/model/annotation.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { ReadingView } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';
import { createDatabase, type ZhupiDatabase } from '../../lib/store/database.ts';
import { useLive } from '../shared/use-live.ts';

interface NoReportProps {
  words: Words;
  tabId: number | null;
  view: ReadingView | null;
}

const database = createDatabase();
/** Judgements of findings are no notes. */
const JUDGEMENT: Motivation = 'assessing';
/** Reports that are named one by one. */
const LATEST = 5;

/** What the panel is good for while no report is open. */
export function NoReport({ words, tabId, view }: NoReportProps) {
  const wasRead = view !== null;
  const [fault, setFault] = useState<Fault | null>(null);
  const stored = useLive(database, () => readCollected(database), []);
  const annotate = async () => {
    if (tabId === null) return;
    const outcome = await ask(() => sendMessage('annotatePage', { tabId }));
    setFault(outcome.ok ? null : outcome.fault);
  };
  const { panel } = words;
  const problem = fault ?? (stored.state === 'failed' ? stored.fault : null);
  return (
    <>
      <section class="empty">
        <h1>{wasRead ? panel.empty : panel.notRecognised}</h1>
        {view && view.attachments.length > 0 ? (
          <AttachmentList attachments={view.attachments} words={words} />
        ) : (
          <p>{panel.notRecognisedHelp}</p>
        )}
        {!wasRead && (
          <button type="button" class="button primary" onClick={() => void annotate()}>
            {panel.annotatePage}
          </button>
        )}
        {problem && (
          <p class="notice" role="alert">
            {words.faults[problem]}
          </p>
        )}
      </section>
      {stored.state === 'ready' && (
        <Collected
          words={words}
          {...stored.value}
          libraryUrl={browser.runtime.getURL('/library.html')}
          sampleUrl={browser.runtime.getURL('/welcome.html')}
        />
      )}
    </>
  );
}

async function readCollected({ reports, snapshots, annotations }: ZhupiDatabase) {
  const all = await reports.toArray();
  const latest = all.sort((a, b) => b.created.localeCompare(a.created)).slice(0, LATEST);
  const states = await snapshots.bulkGet(latest.map(({ snapshotId }) => snapshotId));
  return {
    reports: all.length,
    notes: await annotations.where('motivation').notEqual(JUDGEMENT).count(),
    latest: latest.map(({ id, facts, editedFacts, address }, index) => {
      const { title, issuer, year } = knownFacts(facts, editedFacts);
      return { id, title, issuer, year, url: states[index]?.url ?? address };
    }),
  };
}
