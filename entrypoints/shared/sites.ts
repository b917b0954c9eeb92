import { browser } from 'wxt/browser';

const OF_ITS_OWN = /(?:^|\.)gov\.cn$/;

/** The host of an address for which the reader could ask that reports be marked always; `null`: there is no need. */
export function addableHost(url: string | undefined): string | null {
  if (url === undefined || !/^https?:/.test(url) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return OF_ITS_OWN.test(hostname) ? null : hostname;
}

const patternOf = (host: string) => `*://${host}/*`;

/** Hosts that the reader added, as the browser's own permissions say; sorted. */
export async function addedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.flatMap((origin) => /^(?:\*|https?):\/\/([^/]+)\//.exec(origin)?.[1] ?? []);
  return [...new Set(hosts)].filter((host) => !OF_ITS_OWN.test(host.replace(/^\*\./, ''))).sort();
}

/** Asks for a site's permission. Must be called within a click, before anything is awaited. Whether it was given. */
export function addHost(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(host)] });
}

export function removeHost(host: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(host)] });
}

/** Calls back whenever a permission is given or taken, here or in the browser's settings. */
export function onHostsChange(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
