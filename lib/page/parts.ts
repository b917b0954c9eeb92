import type { Part } from '../model/report.ts';
import { firstAddress } from './address.ts';

const NEXT = /^[[【<（(]?\s*(?:下一?页|后一?页|下页|next)\s*[\]】>）)»›]*$/i;
const PREVIOUS = /^[[【<（(«‹]*\s*(?:上一?页|前一?页|首页|第一页|prev(?:ious)?)\s*[\]】>）)]?$/i;

/** What two parts of one report share, and the number by which their addresses differ; `null` when they are none. */
function siblings(here: URL, there: URL): { own: number; other: number } | null {
  if (here.host !== there.host) return null;
  const [a, b] = [here, there].map((url) => /^(.*?)(\.[a-z]+)?$/i.exec(url.pathname));
  if (!a || !b || a[2] !== b[2]) return null;
  const [mine, theirs] = [a[1] ?? '', b[1] ?? ''];
  const query = (url: URL): number => Number(/^\d{1,2}$/.exec(url.searchParams.get('page') ?? '')?.[0] ?? 0);
  if (mine === theirs) return { own: query(here), other: query(there) };
  const cut = (path: string): [string, number] | null => {
    const match = /^(.*)_(\d{1,2})$/.exec(path);
    return match ? [match[1] ?? '', Number(match[2])] : null;
  };
  const [own, other] = [cut(mine), cut(theirs)];
  if (other && other[0] === mine) return { own: 0, other: other[1] };
  if (own && own[0] === theirs) return { own: own[1], other: 0 };
  return own && other && own[0] === other[0] ? { own: own[1], other: other[1] } : null;
}

/**
 * Whether the page is one part of a report set over several pages, by its own pager: a link "next page" to the same
 * address with a number, or numbered links to such. `null`: a page of its own. Links between articles (下一篇) are no
 * parts. Reads only; the parts are never fetched.
 */
export function partOf(document: Document, url: string): Part | null {
  if (!URL.canParse(url)) return null;
  const here = new URL(url);
  const others = new Map<number, string>();
  let next: string | null = null;
  let own = 0;
  let fromZero = false;
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^(?:javascript:|#|$)/i.test(href) || !URL.canParse(href, url)) continue;
    const address = new URL(href, url);
    address.hash = '';
    const pair = siblings(here, address);
    if (!pair || pair.own === pair.other) continue;
    const text = (link.textContent ?? '').trim();
    own = pair.own;
    if (pair.other === 0 && PREVIOUS.test(text)) fromZero = true;
    if (NEXT.test(text) && pair.other > pair.own) next = address.href;
    if (/^\d{1,3}$/.test(text)) others.set(Number(text), address.href);
  }
  if (next === null && others.size === 0 && !fromZero) return null;
  const shown = [...others.keys()];
  // Sites count addresses from 0, from 1 or from 2: the numbers that readers see tell which part is missing, this one.
  const missing =
    Array.from({ length: Math.max(...shown, 1) + 1 }, (_, at) => at + 1).find((at) => !others.has(at)) ?? 1;
  // `a.html`, `a_1.html`, `a_2.html` or `a.html`, `a_2.html`, `a_3.html`: only a first follower called 1 tells
  const number = shown.length > 0 ? missing : own === 1 && fromZero ? 2 : Math.max(own, 1);
  const told = /共\s*(\d{1,3})\s*页/.exec(document.body?.textContent?.slice(-5000) ?? '')?.[1];
  const count = told ? Number(told) : shown.length > 0 ? Math.max(...shown, number) : null;
  const first =
    number === 1
      ? here.href.replace(/#.*/, '')
      : (others.get(1) ?? firstAddress(here.href.replace(/#.*/, '')));
  return { number, count, first, next: next ?? others.get(number + 1) ?? null };
}
