import { defineContentScript } from 'wxt/utils/define-content-script';
import { detect } from '../lib/analysis/detect.ts';
import { sendMessage } from '../lib/messaging/protocol.ts';
import { readClues } from '../lib/page/clues.ts';
import { detectionRules } from '../lib/rules/zh/detection.ts';

/** Pauses between looks at a page whose text is still to come, in milliseconds: ten seconds in all, then never again. */
const PAUSES = [500, 500, 1_000, 2_000, 3_000, 3_000];
/** A document that is still loading after this time may never end; what is there is looked at. */
const LOADING_PATIENCE = 3_000;
/** Fewer characters than this are no report's text yet (the shortest real ones have some 1,500). */
const NEARLY_EMPTY = 400;

type Sight = 'report' | 'other' | 'nearly-empty';

/** Is the page a report for which its host vouches? Else the reader asks for the annotator, or nobody does. */
function look(): Sight {
  const clues = readClues(document, location.href);
  const { isReport, confidence } = detect(clues, detectionRules);
  if (isReport && confidence >= 0.5) return 'report';
  return clues.textLength < NEARLY_EMPTY ? 'nearly-empty' : 'other';
}

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_start',
  main() {
    const started = Date.now();
    const watch = new AbortController();
    const pauses = PAUSES[Symbol.iterator]();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const leave = () => {
      watch.abort();
      clearTimeout(timer);
    };
    const consider = () => {
      clearTimeout(timer);
      const isLoading = document.readyState === 'loading' && Date.now() - started < LOADING_PATIENCE;
      const sight = isLoading ? 'nearly-empty' : look();
      if (sight === 'report') sendMessage('reportRecognised').catch(() => undefined);
      const isToCome = sight === 'nearly-empty' || (sight === 'other' && document.readyState !== 'complete');
      const pause = isToCome ? pauses.next() : undefined;
      if (pause === undefined || pause.done) leave();
      else timer = setTimeout(consider, pause.value);
    };

    document.addEventListener('readystatechange', consider, { signal: watch.signal });
    consider();
  },
});
