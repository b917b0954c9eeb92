import { browser } from 'wxt/browser';
import '../../components/panel/panel.css';
import '../../components/panel/list.css';
import '../../components/panel/overview.css';
import '../../components/panel/notices.css';
import { PanelBar } from '../../components/panel/panel-bar.tsx';
import { SiteSwitch } from '../../components/panel/site-switch.tsx';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Words } from '../../lib/model/words.ts';
import { addableHost, addHost, removeHost } from '../shared/sites.ts';
import { useAddedHosts } from '../shared/use-added-hosts.ts';
import { NoReport } from './no-report.tsx';
import { ReportPanel } from './report-panel.tsx';
import { useActivePage } from './use-active-page.ts';

const LIBRARY = browser.runtime.getURL('/library.html');

/** The side panel: the report in the active tab, or what to do when there is none. */
export function Panel({ words }: { words: Words }) {
  const { isKnown, tabId, view, chosen } = useActivePage();
  const report = view?.report;
  return (
    <>
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
      ) : (
        <>
          <PanelBar words={words} libraryUrl={LIBRARY} steps={null} />
          <main>
            {view?.state === 'reading' ? (
              <p class="empty reading" role="status">
                {words.panel.reading}
              </p>
            ) : (
              isKnown && <NoReport words={words} tabId={tabId} view={view} />
            )}
          </main>
        </>
      )}
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
