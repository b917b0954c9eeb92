import type { StoredPassage } from '../lib/model/library.ts';

/** An address as a link's: of a report that came from a file, or of any other scheme, there is no page to open. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}

/** An address as it is shown where a report has no other name: a file's is the file's name. */
export function shownAddress(address: string): string {
  if (!address.startsWith('file:///')) return address;
  try {
    return decodeURIComponent(address.slice('file:///'.length));
  } catch {
    return address;
  }
}

/** Passages up to this length are named as a whole, longer ones by their two ends; in characters. */
const SHORT = 40;
const CUT = '…';
/** Between two such signs stands a whole number of words, which is all that a browser looks for. */
const FIRST_CLAUSE = /^[，。；：、！？,;:]*[^，。；：、！？,;:]+/;
const LAST_CLAUSE = /[^，。；：、！？,;:]+[，。；：、！？,;:]*$/;

/**
 * The address of a passage in its page, by its words (URL Fragment Text Directives): a browser scrolls there and lights
 * it up, and where the words are gone it shows the page. `undefined`: there is no page to open.
 */
export function passageAddress(
  address: string,
  { before, words, after }: Pick<StoredPassage, 'before' | 'words' | 'after'>,
): string | undefined {
  const page = webAddress(address);
  const lines = words.split('\n').map((line) => line.trim());
  const [first = '', last = ''] = [lines.find(Boolean), lines.findLast(Boolean)];
  if (page === undefined || first === '') return page;
  const isShort = lines.length === 1 && first.length <= SHORT;
  const named = isShort ? [first] : [clause(first, FIRST_CLAUSE), clause(last, LAST_CLAUSE)];
  // only what is in the line of the passage is sure to stand right before and after it
  const prefix = clause((before.split('\n').at(-1) ?? '').trimStart(), LAST_CLAUSE);
  const suffix = clause((after.split('\n')[0] ?? '').trimEnd(), FIRST_CLAUSE);
  const directive = [
    ...(prefix === '' ? [] : [`${encoded(prefix)}-`]),
    ...named.map(encoded),
    ...(suffix === '' ? [] : [`-${encoded(suffix)}`]),
  ].join(',');
  // an application’s path, which canonical addresses keep, comes before the directive; any other fragment goes
  const route = /#!?\/.*$/.exec(page)?.[0] ?? '#';
  return `${page.replace(/#.*$/, '')}${route}:~:text=${directive}`;
}

/** The first or last clause; none where it was cut, which may be within a word. */
function clause(line: string, pattern: RegExp): string {
  const [found = ''] = pattern.exec(line) ?? [];
  return found.includes(CUT) ? '' : found;
}

/** As a part of a text directive, in which the hyphen has a meaning of its own. */
function encoded(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
