import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../lib/messaging/protocol.ts';
import type { ReadingView } from '../../lib/model/reading-view.ts';

export interface ActivePage {
  /** Whether the tab has answered, or has been found to have no annotator. */
  isKnown: boolean;
  /** The tab the panel stands beside; `null`: none yet. */
  tabId: number | null;
  /** What its annotator says; `null`: there is no annotator in it. */
  view: ReadingView | null;
  /** Finding or note whose mark was last clicked there; a new object at each click. */
  chosen: Chosen | null;
}

export interface Chosen {
  id: string;
}

/** Follows the window's active tab and what its annotator has read. */
export function useActivePage(): ActivePage {
  const [page, setPage] = useState<ActivePage>({ isKnown: false, tabId: null, view: null, chosen: null });

  // at once, not after the first frame: what the reader waits for is what the page answers
  useLayoutEffect(() => {
    let tabId: number | null = null;
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const id = tab?.id ?? null;
      const view =
        id === null
          ? null
          : await sendMessage('readingView', undefined, { tabId: id, frameId: 0 }).catch(() => null);
      // a later look may have overtaken this one
      if (mine !== turn) return;
      const isSame = tabId === id;
      tabId = id;
      setPage((known) => {
        // while a page is read again, what was known of it stays to be seen
        const isAgain = isSame && view?.state === 'reading' && known.view?.report;
        return {
          isKnown: true,
          tabId: id,
          view: isAgain ? known.view : view,
          chosen: isSame ? known.chosen : null,
        };
      });
    };
    const onUpdated = (id: number) => {
      if (tabId === null || id === tabId) void look();
    };
    const onActivated = () => void look();
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    const removers = [
      onMessage('readingChanged', ({ sender }) => {
        if (sender.tab?.id === tabId) void look();
      }),
      onMessage('markChosen', ({ data, sender }) => {
        if (sender.tab?.id === tabId) setPage((known) => ({ ...known, chosen: { id: data.id } }));
      }),
    ];
    void look();
    return () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      for (const remove of removers) remove();
    };
  }, []);

  return page;
}
