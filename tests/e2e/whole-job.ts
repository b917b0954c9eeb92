import type { Page } from 'puppeteer-core';

/** What a reader does in one sitting: the same by mouse, by keyboard, in each browser. */
export const JOB = {
  report: 'ucap-linzhu-gaj-2024',
  /** Three passages, each the lead phrase of a measure and so a stop of the tour. */
  passages: ['一是学深悟透强信念。', '二是压实责任抓落实。', '三是专题述法促履职。'],
  memo: '述法的范围要与上一年度对照',
  /** What to search the note by. */
  sought: '上一年度',
  /** A figure, and what the reader says it is. */
  figure: { quote: '12期', value: 12, corrected: 13 },
} as const;

declare global {
  interface Window {
    /** Names of the events heard, as they came. */
    heardEvents?: string[];
  }
}

/** From the next document on, notes down each event of these sorts that comes from the reader's own hand. */
export async function hearEvents(page: Page, types: readonly string[]): Promise<void> {
  await page.evaluateOnNewDocument((wanted) => {
    window.heardEvents = [];
    for (const type of wanted) {
      window.addEventListener(type, (event) => event.isTrusted && window.heardEvents?.push(type), true);
    }
  }, types);
}

/** The events heard since the page was opened; fails when it was never listened for. */
export async function heardEvents(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (!window.heardEvents) throw new Error('nobody listened');
    return window.heardEvents;
  });
}
