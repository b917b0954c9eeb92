import { browser } from 'wxt/browser';
import { addableHost, addedHosts, onHostsChange } from '../shared/sites.ts';

/** Id under which the detector is registered for the sites that the reader added. */
const DETECTOR = 'added-sites';

/** Whether the detector can only have run there because the reader added the site. */
export function isAddedSite(url: string): boolean {
  return addableHost(url) !== null;
}

/**
 * Lets the detector run on exactly the sites for which the reader gave permission. The permission is the only record,
 * so one that is taken back in the browser's own settings counts as well.
 */
async function followSites(): Promise<void> {
  const hosts = await addedHosts();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [DETECTOR] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [DETECTOR] });
  if (hosts.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: DETECTOR,
      matches: hosts.map((host) => `*://${host}/*`),
      js: ['/content-scripts/detector.js'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}

let following = Promise.resolve();

export function watchSites(): void {
  // one after the other: two at once would register twice
  const follow = () => {
    following = following.then(followSites).catch((error) => console.debug('zhupi', error));
  };
  onHostsChange(follow);
  browser.runtime.onInstalled.addListener(follow);
  browser.runtime.onStartup.addListener(follow);
}
