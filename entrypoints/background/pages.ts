import { browser } from 'wxt/browser';
import { MARK_STYLE } from '../../lib/marks/style.ts';
import { onMessage } from '../../lib/messaging/protocol.ts';
import { done, failed, type Outcome } from '../../lib/model/outcome.ts';
import { SPOTLIGHT_STYLE } from '../shared/spotlight-style.ts';

/** Vermilion, with white figures on it (contrast 5.9:1). */
const BADGE_COLOR = '#b5301c';

/** Puts the annotator into a tab. Where it runs already, a second start leaves it alone. */
export async function injectAnnotator(tabId: number): Promise<Outcome<null>> {
  try {
    // the text may stand in a frame of the page, so the marks' style goes into all of them
    const css = MARK_STYLE + SPOTLIGHT_STYLE;
    await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, css, origin: 'USER' });
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

export function answerPageMessages(): void {
  onMessage('reportRecognised', async ({ sender }) => {
    if (sender.tab?.id !== undefined) await injectAnnotator(sender.tab.id);
  });

  onMessage('annotatePage', ({ data }) => injectAnnotator(data.tabId));

  onMessage('pageRead', async ({ data, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined) {
      await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
      await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
      await browser.action.setBadgeText({ tabId, text: String(data.shortcomings) });
    }
    return { isPrivate: sender.tab?.incognito ?? false };
  });
}
