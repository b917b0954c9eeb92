/**
 * Query names that never choose what a page shows: trackers, stamps, session and view switches. A name that is not
 * known stays: one report kept twice is a nuisance, two reports taken for one would mix their notes.
 */
const NOISE =
  /^(?:utm_.*|from|fromid|source|src|spm|scm|share.*|isappinstalled|scene|clicktime|enterid|timestamp|time|_t?|t|ts|v|ver|random|rnd|rand|r|nsukey|wx.*|weixin.*|ref|referer|bd_.*|hmsr|hmpl|jsessionid|phpsessid|sid|fontsize|print|iswap|wap|mobile|lang|tdsourcetag|cmd5|sudaref|display|ivk_sa|_from)$/i;

/**
 * The address under which a report is the same one: scheme, `www.`, default port, `_wap` twin, fragment and query
 * noise folded. Fragments that an application uses as a path (`#/…`) stay. An address that cannot be parsed is given
 * back trimmed.
 */
export function canonicalAddress(url: string): string {
  let address: URL;
  try {
    address = new URL(url.trim());
  } catch {
    return url.trim();
  }
  const fragment = /^#!?\//.test(address.hash) ? address.hash : '';
  address.hash = '';
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return address.href + fragment;
  const host = address.hostname.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '');
  const port = /^(?:80|443)?$/.test(address.port) ? '' : `:${address.port}`;
  const path = address.pathname
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/_wap(?=\.[a-z]+$|$)/i, '');
  const query = [...address.searchParams]
    .filter(([name, value]) => value !== '' && !NOISE.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  return `https://${host}${port}${path}${query.length > 0 ? `?${query.join('&')}` : ''}${fragment}`;
}

/** Address of the first part of a report over several pages, by the custom of the sites: the one without a number. */
export function firstAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const first = new URL(url);
  first.pathname = first.pathname.replace(/_\d{1,2}(?=\.[a-z]+$|$)/i, '');
  if (/^\d{1,2}$/.test(first.searchParams.get('page') ?? '')) first.searchParams.delete('page');
  return first.href;
}
