import { defineContentScript } from 'wxt/utils/define-content-script';
import { detect } from '../lib/analysis/detect.ts';
import { sendMessage } from '../lib/messaging/protocol.ts';
import { readClues } from '../lib/page/clues.ts';
import { detectionRules } from '../lib/rules/zh/detection.ts';

/** Times in milliseconds: how long a page is watched in all, and how often. */
const PATIENCE = 10_000;
const PAUSE = 500;
/** A document that is still loading after this time may never end; what is there is looked at. */
const LOADING_PATIENCE = 3_000;
/** Fewer characters than this are no report's text yet (the shortest real ones have some 1,500). */
const NEARLY_EMPTY = 400;

/** Is the page a report for which its host vouches? Else the reader asks for the annotator, or nobody does. */
function isReportPage(): boolean {
  const detection = detect(readClues(document, location.href), detectionRules);
  return detection.isReport && detection.confidence >= 0.5;
}

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_start',
  main() {
    const started = Date.now();
    const watch = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = -1;

    const leave = () => {
      watch.abort();
      clearTimeout(timer);
    };
    const look = () => {
      clearTimeout(timer);
      const waited = Date.now() - started;
      if (document.readyState !== 'loading' || waited > LOADING_PATIENCE) {
        const length = document.body?.textContent?.length ?? 0;
        if (length !== seen && isReportPage()) {
          leave();
          sendMessage('reportRecognised').catch(() => undefined);
          return;
        }
        seen = length;
      }
      const isComing = document.readyState !== 'complete' || seen < NEARLY_EMPTY;
      if (!isComing || waited > PATIENCE) leave();
      else timer = setTimeout(look, PAUSE);
    };

    document.addEventListener('readystatechange', look, { signal: watch.signal });
    look();
  },
});
