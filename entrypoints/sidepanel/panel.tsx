import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AttachmentList } from '../../components/panel/attachment-list.tsx';
import '../../components/panel/panel.css';
import '../../components/panel/notices.css';
import { SiteSwitch } from '../../components/panel/site-switch.tsx';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { ReadingView } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';
import { addableHost, addHost, removeHost } from '../shared/sites.ts';
import { useAddedHosts } from '../shared/use-added-hosts.ts';
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
        {report && view && tabId !== null ? (
          <>
            <ReportPanel
              key={report.address}
              words={words}
              tabId={tabId}
              report={report}
              attachments={view.attachments}
              chosen={chosen}
            />
            <footer class="page-settings">
              <Site words={words} url={report.url} />
              <button type="button" class="button quiet" onClick={() => void dismissPage(tabId)}>
                {words.panel.dismiss}
              </button>
            </footer>
          </>
        ) : view?.state === 'reading' ? (
          <p class="empty" role="status">
            {words.panel.reading}
          </p>
        ) : (
          <NoReport words={words} tabId={tabId} view={view} />
        )}
      </main>
    </>
  );
}

async function dismissPage(tabId: number): Promise<void> {
  await ask(() => sendMessage('dismissPage', { tabId }));
}

/** "Always on this site", where that has to be asked for. */
function Site({ words, url }: { words: Words; url: string }) {
  const hosts = useAddedHosts();
  const host = addableHost(url);
  if (host === null || hosts === null) return null;
  return (
    <SiteSwitch
      words={words}
      host={host}
      isAdded={hosts.includes(host)}
      onAdd={() => void addHost(host)}
      onRemove={() => void removeHost(host)}
    />
  );
}

interface NoReportProps {
  words: Words;
  tabId: number | null;
  view: ReadingView | null;
}

function NoReport({ words, tabId, view }: NoReportProps) {
  const wasRead = view !== null;
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
      {fault && (
        <p class="notice" role="alert">
          {words.faults[fault]}
        </p>
      )}
    </section>
  );
}
