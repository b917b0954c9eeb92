import { browser } from 'wxt/browser';

const KEY = 'hintsDismissed';

/** Whether the reader has sent the hints of the first run away, which is for good. */
export async function areHintsDismissed(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function dismissHints(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}
