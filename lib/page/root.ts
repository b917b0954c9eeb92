import { isNumbered } from '../text/numbered-line.ts';
import { type FlowOf, tagOf } from './elements.ts';
import { isLinkLine, isMetaLine, isProse } from './furniture.ts';
import { fold, type Line, lineSteps, rawOf, textOf } from './lines.ts';
import { atOnce, STRIDE, type Steps } from './slices.ts';

/** Containers of the site families, as seen; only a preference: a page with none of them is read by structure. */
const KNOWN =
  '#UCAP-CONTENT,ucapcontent,.TRS_UEDITOR,.TRS_Editor,.trs_editor_view,.Custom_UnionStyle,#vsb_content,.v_news_content,' +
  '#zoom,#Zoom,#zoomcon,#ivs_content,.article-content,.pages_content,.artile_zw,.article_content,.Article_content,' +
  '#mainText,.view-content,.article-conter,.art_con,.zc_article_con,#downloadContent,.moe_content,.my_conboxzw,' +
  '#BodyLabel,.detail-content,.main-txt,.xxgk_content,#articleContent,#content_body,#NewsContent,.news_content';

/** Elements that are one paragraph or less: never taken for the container. */
const LEAVES = new Set('p span font b strong em i u a h1 h2 h3 h4 h5 h6 label'.split(' '));
const ASIDE = new Set('nav footer aside'.split(' '));

/** How much of the report a line may be: its length when it is prose, less when it is a heading or a cell. */
function weightOf(line: Line): number {
  if (isProse(line)) return line.length;
  if (isLinkLine(line) || isMetaLine(line)) return 0;
  return isNumbered(textOf(line)) ? line.length : line.length / 10;
}

/** Deeper nesting than any page has: what lies further down is not weighed, so that the work stays linear. */
const DEEPEST = 200;

interface Weighed {
  mass: Map<Element, number>;
  lines: Line[];
  body: Element;
}

function* weigh(body: Element, flowIn?: FlowOf): Steps<Weighed> {
  const mass = new Map<Element, number>();
  const { lines } = yield* lineSteps(body, (element) => ASIDE.has(tagOf(element)), flowIn);
  for (const [at, line] of lines.entries()) {
    if (at % STRIDE === 0) yield;
    const weight = weightOf(line);
    if (weight === 0) continue;
    let around: Element | null = line.container;
    for (let up = 0; around && up < DEEPEST; up++) {
      mass.set(around, (mass.get(around) ?? 0) + weight);
      around = around === body ? null : around.parentElement;
    }
  }
  return { mass, lines, body };
}

/** Whether an element has paragraphs of its own beside the child: then it is the article, the child a part of it. */
function hasOwnText(element: Element, child: Element, { lines }: Weighed): boolean {
  return lines.some((line) => {
    const { container } = line;
    if (!element.contains(container) || child.contains(container) || isLinkLine(line)) return false;
    if (isNumbered(textOf(line))) return true;
    if (!isProse(line)) return false;
    if (container === element) return true;
    if (container.parentElement !== element) return false;
    return (
      LEAVES.has(tagOf(container)) || (container.nextElementSibling === child && !isSummary(line, child))
    );
  });
}

/** A summary says again how the text begins. */
const isSummary = (line: Line, article: Element): boolean =>
  fold((article.textContent ?? '').slice(0, 3000)).includes(fold(rawOf(line)).slice(-30, -10));

/** Narrows from the whole page to the innermost element that holds nearly all of its prose. */
function* descend(weighed: Weighed): Steps<Element> {
  const { mass, body } = weighed;
  let element = body;
  for (;;) {
    yield;
    const whole = mass.get(element) ?? 0;
    let best: Element | null = null;
    for (const child of element.children) {
      if ((mass.get(child) ?? 0) > (best ? (mass.get(best) ?? 0) : 0)) best = child;
    }
    if (!best || LEAVES.has(tagOf(best))) return element;
    const share = (mass.get(best) ?? 0) / whole;
    if (share < 0.6) {
      const other = twinOf(best, element, weighed) ?? outlined(element, weighed);
      if (!other) return element;
      best = other;
    } else if (share < 0.999 && hasOwnText(element, best, weighed)) {
      const other = outlined(element, weighed);
      if (!other || other === best) return element;
      best = other;
    }
    element = best;
  }
}

/** The child that has the numbered headings, when they all stand in one: what else is there is news or comment. */
function outlined(parent: Element, { mass, lines }: Weighed): Element | null {
  const headings = lines.filter(
    (line) => !isLinkLine(line) && isNumbered(textOf(line)) && parent.contains(line.container),
  );
  if (headings.length < 2) return null;
  const whole = mass.get(parent) ?? 0;
  for (const child of parent.children) {
    if ((mass.get(child) ?? 0) < whole * 0.2 || LEAVES.has(tagOf(child))) continue;
    if (headings.every((line) => child.contains(line.container))) return child;
  }
  return null;
}

/** The first of two copies of the article (for desktop and for phones): the same length and the same opening. */
function twinOf(best: Element, parent: Element, { mass, lines }: Weighed): Element | null {
  const openingOf = (element: Element): string => {
    const line = lines.find((candidate) => element.contains(candidate.container) && isProse(candidate));
    return line ? fold(rawOf(line)).slice(0, 60) : '';
  };
  const size = mass.get(best) ?? 0;
  const opening = openingOf(best);
  if (opening === '') return null;
  for (const child of parent.children) {
    if (child === best) continue;
    const other = mass.get(child) ?? 0;
    if (Math.abs(other - size) <= size * 0.05 && openingOf(child) === opening) {
      return child.compareDocumentPosition(best) & 4 ? child : best;
    }
  }
  return null;
}

/** A known container is preferred when it holds as much as the structure says. */
function preferKnown(found: Element, weighed: Weighed): Element {
  const { mass, body } = weighed;
  const size = mass.get(found) ?? 0;
  const known = [...body.querySelectorAll(KNOWN)];
  const inside = known.filter(
    (candidate) => found.contains(candidate) && (mass.get(candidate) ?? 0) >= size * 0.8,
  );
  const innermost = inside.findLast((candidate) => !hasOwnText(found, candidate, weighed));
  if (innermost) return innermost;
  const around = known.findLast((candidate) => candidate.contains(found));
  return around && size >= (mass.get(around) ?? 0) * 0.9 && size < (mass.get(around) ?? 0) ? around : found;
}

function frameBodies(document: Document): Element[] {
  const bodies: Element[] = [];
  for (const frame of document.querySelectorAll('iframe, frame')) {
    try {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      const body = inner ? bodyOf(inner) : null;
      if (body) bodies.push(body);
    } catch {
      // Another origin: nothing to read there.
    }
  }
  return bodies;
}

/** Least prose, in characters, that can be an article. */
const LEAST = 80;

function* findIn(
  body: Element,
  depth: number,
  flowIn?: FlowOf,
): Steps<{ root: Element; size: number } | null> {
  const weighed = yield* weigh(body, flowIn);
  const size = weighed.mass.get(body) ?? 0;
  let best = size >= LEAST ? { root: preferKnown(yield* descend(weighed), weighed), size } : null;
  if (depth < 3) {
    for (const inner of frameBodies(body.ownerDocument)) {
      const found: typeof best = yield* findIn(inner, depth + 1, flowIn);
      if (found && found.size > (best?.size ?? 0)) best = found;
    }
  }
  return best;
}

/**
 * The element that holds the report's own text, in this document or in a frame of the same origin; `null` when the
 * page has no running text. What else stands inside it is left to {@link readText}.
 */
export const findReportRoot = (document: Document): Element | null => atOnce(rootSteps(document));

export function* rootSteps(document: Document, flowIn?: FlowOf): Steps<Element | null> {
  const body = bodyOf(document);
  return body ? ((yield* findIn(body, 0, flowIn))?.root ?? null) : null;
}

/** The element with the page's content: a lenient parser may know a fragment only, or more than one `body`. */
export function bodyOf(document: Document): Element | null {
  const bodies = [...document.querySelectorAll('body, frameset')];
  const filled = bodies.findLast((body) => body.firstChild !== null);
  return filled ?? document.documentElement;
}
