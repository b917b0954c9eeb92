import { browser } from 'wxt/browser';

/** What the reader turns on or off; all are off at first. */
export type Switch =
  /** Marks on paper, too. */
  | 'printMarks'
  /** Reports are collected as soon as they are recognised. */
  | 'collectRecognised';

export async function isOn(name: Switch): Promise<boolean> {
  return (await browser.storage.local.get(name))[name] === true;
}

export async function turn(name: Switch, wanted: boolean): Promise<void> {
  await browser.storage.local.set({ [name]: wanted });
}
