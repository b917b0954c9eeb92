import { browser } from 'wxt/browser';

const KEY = 'printMarks';

/** Whether the reader wants marks on paper, too. */
export async function printsMarks(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function choosePrintingMarks(isWanted: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: isWanted });
}
