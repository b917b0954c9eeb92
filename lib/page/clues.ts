import type { Clues, LabelledValue } from '../model/clues.ts';
import { isNumbered } from '../text/numbered-line.ts';
import { type Article, articleSteps } from './article.ts';
import { type FlowOf, namesOf, rememberedFlow, tagOf } from './elements.ts';
import {
  bareLabel,
  DATE,
  isCell,
  isControlLine,
  isLinkLine,
  isMetaLine,
  isPlaceLine,
  pairsOf,
} from './furniture.ts';
import { fold, type Line, lineSteps, rawOf, textOf } from './lines.ts';
import { bodyOf, rootSteps } from './root.ts';
import { atOnce, STRIDE, type Steps } from './slices.ts';

const OPENING = 1500;
const CLOSING = 300;
const MOST_HEADINGS = 80;
const MOST_LABELS = 80;

function metaOf(document: Document): Record<string, string> {
  const meta: Record<string, string> = Object.create(null);
  for (const element of document.querySelectorAll('meta[name][content]')) {
    const name = (element.getAttribute('name') ?? '').trim().toLowerCase();
    const content = (element.getAttribute('content') ?? '').trim();
    if (name !== '' && content !== '') meta[name] ??= content.slice(0, 1000);
  }
  return { ...meta };
}

/** Pairs of one line; a line that is a label alone takes the next line as its value, if that is none itself. */
function labelsOf(lines: readonly Line[], isNearTitle: (line: Line) => boolean): LabelledValue[] {
  const labels: LabelledValue[] = [];
  let taken: Line | undefined;
  lines.forEach((line, at) => {
    if (labels.length >= MOST_LABELS || line.length > 600 || line === taken) return;
    const text = textOf(line);
    const bare = bareLabel(text);
    if (bare !== null) {
      const next = lines[at + 1];
      const value = next && sharesRow(line, next) ? textOf(next) : '';
      if (value !== '' && bareLabel(value) === null) {
        labels.push({ label: bare, value: value.slice(0, 200) });
        taken = next;
      }
      return;
    }
    for (const { label, value } of pairsOf(text)) {
      if (value === '') continue;
      if (label !== '') labels.push({ label, value: value.slice(0, 200) });
      else if (DATE.test(value) && isNearTitle(line)) labels.push({ label, value });
    }
  });
  return labels;
}

/** In a table, a value stands in the next cell of its label; elsewhere, on the next line. */
function sharesRow(label: Line, value: Line): boolean {
  const cell = label.container.closest('td,th');
  return !cell || value.container === cell || cell.nextElementSibling?.contains(value.container) === true;
}

function breadcrumbOf(lines: readonly Line[]): string[] {
  const at = lines.findIndex((line) => line.length < 200 && isPlaceLine(textOf(line)));
  const line = lines[at];
  if (!line) return [];
  const cut = (text: string): string[] =>
    text
      .replace(/^.*?位置(?:是|为)?\s*[:：]?|^当前栏目\s*[:：]?/, '')
      .split(/\s*(?:[>＞›»→/|]|--+)+\s*/)
      .map((name) => name.trim())
      .filter((name) => name !== '' && name.length <= 60);
  const own = cut(textOf(line));
  if (own.length > 0) return own;
  const holder = line.container.parentElement;
  return lines
    .slice(at + 1, at + 10)
    .filter((next) => holder?.contains(next.container) && isLinkLine(next))
    .flatMap((next) => cut(textOf(next)));
}

const TITLE_NAME = /title|tit$|biaoti|^bt$|headline/;

/** How much a line looks like the article's title; 0: not at all. Nearness to the text decides between equals. */
function titleScore(line: Line, known: string): number {
  if (line.length < 6 || line.length > 120 || isMetaLine(line) || isControlLine(line)) return 0;
  const text = textOf(line);
  if (isLinkLine(line) || isPlaceLine(text) || /。/.test(text) || isNumbered(text)) return 0;
  const folded = fold(text);
  let score = 1;
  if (known !== '' && (known.includes(folded) || folded.includes(known))) score += 4 + folded.length / 100;
  for (let at: Element | null = line.container, up = 0; at && up < 3; at = at.parentElement, up++) {
    if (/^h[1-3]$/.test(tagOf(at)) || namesOf(at).some((name) => TITLE_NAME.test(name))) return score + 2;
  }
  const style = `${line.container.getAttribute('align')} ${line.container.getAttribute('style')}`;
  return /center/.test(style) ? score + 1.5 : score;
}

/** The title and the lines that go on with it in the same element (set over two lines by `<br>`). */
function headingOf(before: readonly Line[], own: readonly Line[], known: string): string {
  let best: Line | undefined;
  let bestScore = 1.4;
  for (const line of before) {
    const score = titleScore(line, known);
    if (score >= bestScore) {
      best = line;
      bestScore = score;
    }
  }
  if (best) {
    const { container } = best;
    return fold(
      before
        .filter((line) => line.container === container && titleScore(line, known) > 0)
        .map(rawOf)
        .join(''),
    );
  }
  const lead = own.slice(0, 4);
  const end = lead.findIndex((line) => titleScore(line, known) === 0);
  return fold((end === -1 ? [] : lead.slice(0, end)).map(rawOf).join(''));
}

const FILE = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|ceb|zip|rar|pptx?)(?:$|[?#])/i;
const DOWNLOAD = /download|downfile|filedown|attach/i;

function attachmentsOf(body: Element, url: string | null): { url: string; name: string }[] {
  const found: { url: string; name: string }[] = [];
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const name = (link.textContent ?? '').replace(/\s+/g, ' ').trim() || (link.getAttribute('title') ?? '');
    if (/^(?:javascript|mailto):/i.test(href)) continue;
    if (
      !FILE.test(href) &&
      !FILE.test(name) &&
      !(DOWNLOAD.test(href) && /附件/.test(link.parentElement?.textContent?.slice(0, 200) ?? ''))
    )
      continue;
    const address = URL.canParse(href, url ?? undefined) ? new URL(href, url ?? undefined).href : href;
    if (found.every((other) => other.url !== address)) found.push({ url: address, name: name.slice(0, 200) });
    if (found.length >= 30) break;
  }
  return found;
}

/** What recognising a page needs of its clues, with the lines that the others are read from. */
interface Look {
  clues: Clues;
  body: Element | null;
  /** Lines that do not belong to the report's text; those of them that stand near its title. */
  outside: Line[];
  near: Set<Line>;
}

/**
 * What the page tells about itself: host, meta tags, boxes, title, dates, and the opening, headings and closing of its
 * text. Reads only; linear in the size of the page. `url`: the page's address, `null` when not known.
 */
export const readClues = (document: Document, url: string | null): Clues => atOnce(clueSteps(document, url));

/** `known`: what {@link findArticle} found just now. */
export function* clueSteps(document: Document, url: string | null, known?: Found): Steps<Clues> {
  const { clues, body, outside, near } = yield* lookAt(document, url, known);
  return {
    ...clues,
    labels: labelsOf(outside, (line) => near.has(line)),
    attachments: body ? attachmentsOf(body, url) : [],
  };
}

/** The same without metadata boxes and attachments, which say nothing of whether a page is a report. */
export function readFewClues(document: Document, url: string | null): Clues {
  return atOnce(lookAt(document, url)).clues;
}

interface Found {
  root: Element;
  article: Article;
  /** As it was asked for to find them. */
  flowIn: FlowOf;
}

/** The article and its element; `null`: no running text. */
export function* findArticle(document: Document): Steps<Found | null> {
  const flowIn = rememberedFlow();
  const root = yield* rootSteps(document, flowIn);
  return root && { root, article: yield* articleSteps(root, flowIn), flowIn };
}

function* lookAt(document: Document, url: string | null, given?: Found): Steps<Look> {
  const body = bodyOf(document);
  const found = given ?? (yield* findArticle(document));
  const root = found?.root ?? null;
  const meta = metaOf(document);
  const documentTitle = (document.title ?? '').replace(/\s+/g, ' ').trim();
  const article = found?.article ?? { lines: [], dropped: [] };
  // The article may stand in a frame; what the outer page says of it counts too.
  const home = root && root.ownerDocument !== document ? bodyOf(root.ownerDocument) : null;
  const all: Line[] = [];
  for (const part of [body, home]) {
    if (part) for (const line of (yield* lineSteps(part, null, found?.flowIn)).lines) all.push(line);
  }
  const inside = (line: Line): boolean => root?.contains(line.container) === true;
  const firstInside = all.findIndex(inside);
  const before = firstInside === -1 ? all.slice(0, 60) : all.slice(0, firstInside);
  const dropped = new Set(article.dropped.map((line) => line.nodes[0]?.node));
  const outside = all.filter((line) => !inside(line) || dropped.has(line.nodes[0]?.node));
  const near = new Set([...before.slice(-8), ...article.dropped]);

  const known = fold(meta.articletitle ?? meta.pagetitle ?? documentTitle);
  let opening = '';
  const headings: string[] = [];
  let length = 0;
  let linked = 0;
  for (const [at, line] of article.lines.entries()) {
    if (at % STRIDE === 0) yield;
    length += line.length;
    linked += line.linkLength > 0 ? 1 : 0;
    if (opening.length < OPENING) opening += `${opening === '' ? '' : '\n'}${textOf(line, OPENING)}`;
    const heading = headings.length < MOST_HEADINGS && !isCell(line) ? headingIn(line) : null;
    if (heading !== null) headings.push(heading);
  }
  let closing = '';
  for (let at = article.lines.length - 1; at >= 0 && closing.length < CLOSING; at--) {
    const line = article.lines[at];
    if (line) closing = `${rawOf(line).slice(-CLOSING).trim()}${closing === '' ? '' : '\n'}${closing}`;
  }
  const clues: Clues = {
    url,
    documentTitle,
    heading: headingOf(before, article.lines, known),
    meta,
    labels: [],
    breadcrumb: breadcrumbOf(outside),
    opening: opening.slice(0, OPENING),
    headings,
    closing: closing.slice(-CLOSING),
    textLength: length,
    linkDensity: length === 0 ? 0 : (linked * 1000) / length,
    attachments: [],
  };
  return { clues, body, outside, near };
}

/** A short line without full stop, or the numbered heading that its paragraph goes on from: （一）强化领导。一是… */
function headingIn(line: Line): string | null {
  const text = textOf(line, 120);
  const end = text.indexOf('。');
  if (isNumbered(text)) {
    if (end === -1) return line.length <= 80 ? text : null;
    return end <= 60 ? text.slice(0, end + 1) : null;
  }
  return line.length <= 80 && !/[。；]|[：:]$/.test(text) ? text : null;
}
