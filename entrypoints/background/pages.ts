import { browser } from 'wxt/browser';
import { detect } from '../../lib/analysis/detect.ts';
import { MARK_STYLE, UNPRINTED_STYLE } from '../../lib/marks/style.ts';
import { onMessage, sendMessage } from '../../lib/messaging/protocol.ts';
import type { Clues } from '../../lib/model/clues.ts';
import { isCapture, isReportText } from '../../lib/model/guards.ts';
import { done, failed, type Outcome } from '../../lib/model/outcome.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { detectionRules } from '../../lib/rules/zh/detection.ts';
import { dismiss, isDismissed, recall } from '../../lib/store/dismissals.ts';
import { reportAt } from '../../lib/store/joining.ts';
import { ensureStarter } from '../../lib/store/projects.ts';
import { addSnapshot } from '../../lib/store/reports.ts';
import { SPOTLIGHT_STYLE } from '../shared/spotlight-style.ts';
import { starter } from '../shared/starter.ts';
import { isOn } from '../shared/switches.ts';
import { revisionOf } from './revision.ts';
import { isAddedSite } from './sites.ts';
import { database, mustBe, stored } from './stored.ts';
import { understand } from './understand.ts';

/** Vermilion, with white figures on it (contrast 5.9:1). */
const BADGE_COLOR = '#b5301c';
/** Below this confidence the text is a report's but nothing vouches for the host. */
const VOUCHED = 0.5;

/** Puts the annotator into a tab. Where it runs already, a second start leaves it alone. */
export async function injectAnnotator(tabId: number): Promise<Outcome<null>> {
  try {
    // the text may stand in a frame of the page, so the marks' style goes into all of them
    const target = { tabId, allFrames: true };
    // not waited for: Firefox answers only when the page has finished loading, which it may never do
    const css = MARK_STYLE + ((await isOn('printMarks')) ? '' : UNPRINTED_STYLE);
    browser.scripting.insertCSS({ target, css, origin: 'USER' }).catch(() => undefined);
    // Chromium computes but does not paint the background of a highlight from a user sheet
    browser.scripting.insertCSS({ target, css: SPOTLIGHT_STYLE, origin: 'AUTHOR' }).catch(() => undefined);
    await browser.scripting.executeScript({
      target: { tabId },
      files: ['/content-scripts/annotator.js'],
      // else a page that never finishes loading would never be marked
      injectImmediately: true,
    });
    return done(null);
  } catch {
    return failed('page-refused');
  }
}

/** Whether a page that may be a report is one. Where the reader added a site, that vouches for its host. */
async function isReportPage(tabId: number, url: string | undefined): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/clue-reader.js'],
      injectImmediately: true,
    });
    if (!frame?.result) return false;
    const { isReport, confidence } = detect(frame.result as Clues, detectionRules);
    return isReport && (confidence >= VOUCHED || (url !== undefined && isAddedSite(url)));
  } catch {
    // the tab has gone elsewhere meanwhile
    return false;
  }
}

async function showOnBadge(
  tabId: number,
  url: string | undefined,
  findings: readonly Finding[],
): Promise<void> {
  const shortcomings = findings.filter(({ category }) => category === 'shortcoming').length;
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  // asked last: whoever dismisses the page clears the badge after it is stored that it is dismissed
  if (await wasDismissed(url)) return;
  await browser.action.setBadgeText({ tabId, text: String(shortcomings) });
}

/** Puts the annotator into a tab because the reader asks for it, whatever was said of the page before. */
export async function annotate(tabId: number): Promise<Outcome<null>> {
  const address = await addressIn(tabId);
  if (address !== null) await stored(() => recall(database, address));
  return injectAnnotator(tabId);
}

/** Canonical address of the page in a tab; `null`: the browser doesn't tell us. */
async function addressIn(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url === undefined ? null : canonicalAddress(tab.url);
}

/** Whether the reader said that the page at this address is no report. */
export async function wasDismissed(url: string | undefined): Promise<boolean> {
  if (url === undefined) return false;
  const outcome = await stored(() => isDismissed(database, canonicalAddress(url)));
  return outcome.ok && outcome.value;
}

/** Marks the sender's page when it is a report, and not one that the reader dismissed. Whether it is marked. */
async function lookAt(tabId: number, url: string | undefined): Promise<boolean> {
  if ((await wasDismissed(url)) || !(await isReportPage(tabId, url))) return false;
  return (await injectAnnotator(tabId)).ok;
}

async function dismissIn(tabId: number): Promise<Outcome<null>> {
  const address = await addressIn(tabId);
  if (address === null) return failed('page-refused');
  const outcome = await stored(() => dismiss(database, address, new Date()));
  if (!outcome.ok) return outcome;
  await browser.action.setBadgeText({ tabId, text: '' });
  await sendMessage('leavePage', undefined, { tabId, frameId: 0 }).catch(() => undefined);
  return done(null);
}

/** Collects a report that the shelf doesn't hold yet; new states of one that it holds are kept when they are compared. */
async function collectNew(capture: Capture): Promise<void> {
  if (await reportAt(database, capture.address)) return;
  await ensureStarter(database, await starter(), new Date());
  await addSnapshot(database, capture, new Date());
}

export function answerPageMessages(): void {
  onMessage('lookAtPage', ({ sender: { tab } }) => (tab?.id === undefined ? false : lookAt(tab.id, tab.url)));
  onMessage('annotatePage', ({ data }) => annotate(data.tabId));
  onMessage('dismissPage', ({ data }) => dismissIn(data.tabId));

  onMessage('pageRead', async ({ data: { clues, page }, sender }) => {
    if (!isReportText(page) || typeof page.address !== 'string') return failed('invalid');
    const { id, url, incognito: isPrivate = false } = sender.tab ?? {};
    // while the page was being read the reader may have said that it is no report
    const [known, isDismissed] = await Promise.all([understand(clues, page), wasDismissed(url)]);
    // a tab that is closed meanwhile needs no badge
    if (id !== undefined) showOnBadge(id, url, known.findings).catch(() => undefined);
    return done({ ...known, isPrivate, isDismissed });
  });

  onMessage('compareStates', ({ data: { capture }, sender }) =>
    stored(async () => {
      mustBe(isCapture(capture));
      const isPrivate = sender.tab?.incognito ?? false;
      const revision = await revisionOf(database, capture, new Date(), isPrivate);
      const { isReport, confidence } = capture.detection;
      if (isReport && confidence >= VOUCHED && !isPrivate && (await isOn('collectRecognised')))
        await collectNew(capture);
      return revision;
    }),
  );
}
