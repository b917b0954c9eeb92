import { browser } from 'wxt/browser';

/** Shows whoever has just installed the extension what it does, on a report of its own. */
export function welcomeNewcomers(): void {
  browser.runtime.onInstalled.addListener((details) => {
    // what Firefox forgets when it is closed is installed anew at every start
    const isTemporary = 'temporary' in details && details.temporary === true;
    if (details.reason !== 'install' || isTemporary) return;
    void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
