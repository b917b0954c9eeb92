import { browser } from 'wxt/browser';
import { MARK_STYLE } from '../../lib/marks/style.ts';
import { onMessage } from '../../lib/messaging/protocol.ts';
import { isReportText } from '../../lib/model/guards.ts';
import { done, failed, type Outcome } from '../../lib/model/outcome.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import { SPOTLIGHT_STYLE } from '../shared/spotlight-style.ts';
import { understand } from './understand.ts';

/** Vermilion, with white figures on it (contrast 5.9:1). */
const BADGE_COLOR = '#b5301c';

/** Puts the annotator into a tab. Where it runs already, a second start leaves it alone. */
export async function injectAnnotator(tabId: number): Promise<Outcome<null>> {
  try {
    // the text may stand in a frame of the page, so the marks' style goes into all of them
    const target = { tabId, allFrames: true };
    // not waited for: Firefox answers only when the page has finished loading, which it may never do
    browser.scripting.insertCSS({ target, css: MARK_STYLE, origin: 'USER' }).catch(() => undefined);
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

/** Runs the recogniser in a page that may be a report. */
async function isReportPage(tabId: number): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/recogniser.js'],
      injectImmediately: true,
    });
    return frame?.result === true;
  } catch {
    // the tab has gone elsewhere meanwhile
    return false;
  }
}

async function showOnBadge(tabId: number, findings: readonly Finding[]): Promise<void> {
  const shortcomings = findings.filter(({ category }) => category === 'shortcoming').length;
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text: String(shortcomings) });
}

export function answerPageMessages(): void {
  onMessage('lookAtPage', async ({ sender }) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined || !(await isReportPage(tabId))) return false;
    return (await injectAnnotator(tabId)).ok;
  });

  onMessage('annotatePage', ({ data }) => injectAnnotator(data.tabId));

  onMessage('pageRead', async ({ data: { clues, text }, sender }) => {
    if (!isReportText(text)) return failed('invalid');
    const understood = await understand(clues, text);
    // a tab that is closed meanwhile needs no badge
    if (sender.tab?.id !== undefined) {
      showOnBadge(sender.tab.id, understood.findings).catch(() => undefined);
    }
    return done({ ...understood, isPrivate: sender.tab?.incognito ?? false });
  });
}
