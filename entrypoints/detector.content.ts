import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messaging/protocol.ts';

/** Pauses between looks at a page whose text is still to come, in milliseconds: ten seconds in all, then never again. */
const PAUSES = [500, 500, 1_000, 2_000, 3_000, 3_000];
/** A document that is still loading after this time may never end; what is there is looked at. */
const LOADING_PATIENCE = 3_000;
/** Fewer characters than this are no report's text yet (the shortest real ones have some 1,500). */
const NEARLY_EMPTY = 400;
/** A report has at least so many full stops; lists of titles and home pages have hardly any. */
const LEAST_SENTENCES = 8;
const SAYS_REPORT = /报告|公报|汇报|总结|報告|公報/;

/** The text of the page and of its frames of the same site; scripts among it do no harm here. */
function textOf(page: Document): string {
  let text = page.body?.textContent ?? '';
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
    if (frame.contentDocument) text += textOf(frame.contentDocument);
  }
  return text;
}

function mayBeReport(text: string): boolean {
  if (!SAYS_REPORT.test(text) && !SAYS_REPORT.test(document.title)) return false;
  let sentences = 0;
  for (let at = text.indexOf('。'); at >= 0 && sentences < LEAST_SENTENCES; at = text.indexOf('。', at + 1)) {
    sentences++;
  }
  return sentences >= LEAST_SENTENCES;
}

/** Runs on every page, so it only sorts out what can't be a report; the recogniser looks at the rest. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_start',
  main() {
    let leave = watchForReport(false);
    let address = addressOfDocument();
    // an application may show another document without loading a page: that one is looked at like any other
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', () => {
      if (addressOfDocument() === address) return;
      address = addressOfDocument();
      leave();
      leave = watchForReport(true);
    });
  },
});

/** Applications name their documents in the fragment, too; other fragments are places in one. */
function addressOfDocument(): string {
  const { pathname, search, hash } = location;
  return pathname + search + (/^#!?\//.test(hash) ? hash : '');
}

/**
 * Looks at the page for ten seconds at most; gives a way to stop that earlier. `isReplaced`: the document before it may
 * still be shown for a while, so that a report seen at once is no reason to stop looking.
 */
function watchForReport(isReplaced: boolean): () => void {
  const started = Date.now();
  const watch = new AbortController();
  const pauses = PAUSES[Symbol.iterator]();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = -1;
  let isReport = false;

  const leave = () => {
    watch.abort();
    clearTimeout(timer);
  };
  const consider = async () => {
    clearTimeout(timer);
    const isLoading = document.readyState === 'loading' && Date.now() - started < LOADING_PATIENCE;
    const text = isLoading ? '' : textOf(document);
    if (text.length !== seen && mayBeReport(text)) {
      seen = text.length;
      isReport = await sendMessage('lookAtPage').catch(() => false);
    }
    const isToCome =
      isReplaced ||
      (!isReport && (document.readyState !== 'complete' || text.length < NEARLY_EMPTY || seen >= 0));
    const pause = isToCome && !watch.signal.aborted ? pauses.next() : undefined;
    if (pause === undefined || pause.done) leave();
    else timer = setTimeout(() => void consider(), pause.value);
  };

  document.addEventListener('readystatechange', () => void consider(), { signal: watch.signal });
  void consider();
  return leave;
}
