import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '../../components/panel/panel.css';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';
import { ReportPanel } from './report-panel.tsx';
import { useActivePage } from './use-active-page.ts';

/** The side panel: the report in the active tab, or what to do when there is none. */
export function Panel({ words }: { words: Words }) {
  const { tabId, view, chosen } = useActivePage();
  const report = view?.report;
  return (
    <>
      <header class="bar">
        <strong>{words.name}</strong>
        <a
          class="button quiet"
          href={browser.runtime.getURL('/library.html')}
          target="_blank"
          rel="noreferrer"
        >
          {words.panel.openLibrary}
        </a>
      </header>
      <main>
        {report && tabId !== null ? (
          <ReportPanel key={report.address} words={words} tabId={tabId} report={report} chosen={chosen} />
        ) : view?.state === 'reading' ? (
          <p class="empty" role="status">
            {words.panel.reading}
          </p>
        ) : (
          <NoReport words={words} tabId={tabId} wasRead={view !== null} />
        )}
      </main>
    </>
  );
}

function NoReport({ words, tabId, wasRead }: { words: Words; tabId: number | null; wasRead: boolean }) {
  const [fault, setFault] = useState<Fault | null>(null);
  const annotate = async () => {
    if (tabId === null) return;
    const outcome = await ask(() => sendMessage('annotatePage', { tabId }));
    setFault(outcome.ok ? null : outcome.fault);
  };
  const { panel } = words;
  return (
    <section class="empty">
      <h1>{wasRead ? panel.empty : panel.notRecognised}</h1>
      <p>{panel.notRecognisedHelp}</p>
      {!wasRead && (
        <button type="button" class="button primary" onClick={() => void annotate()}>
          {panel.annotatePage}
        </button>
      )}
      {fault && (
        <p class="notice" role="alert">
          {words.faults[fault]}
        </p>
      )}
    </section>
  );
}
