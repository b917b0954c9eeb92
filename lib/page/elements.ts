/** What the reader of pages must know of an element: whether it holds text at all, breaks a line, or is hidden. */

const words = (list: string): Set<string> => new Set(list.split(' '));

/**
 * Never part of a text, whatever they hold. `noscript` is text to a parser without scripts; a reading set over a
 * character and a word struck out would run into what is said.
 */
const TEXTLESS = words(
  'script style noscript noframes template textarea select option button input iframe frame object embed svg ' +
    'canvas audio video head title meta link map datalist xml dialog rt rp rtc del s strike',
);

const BLOCKS = words(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul',
);

export type Flow = 'none' | 'inline' | 'block';

export const tagOf = (element: Element): string => element.localName.toLowerCase();

const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$))/i;
const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i;

const INNER_LINK_MARK = /^[^\p{L}%]{1,6}$/u;
const RAISED_MARK = /^(?:[[［〔【(（]\s*\d{1,3}\s*[\]］〕】)）]|[①-⑳*†‡]|注\d{0,2})$/;

/**
 * A reference to a note, or the way back from it: run together with the figure before it, it would change the figure.
 * A raised number without brackets or link is a power or a unit.
 */
function isNoteMark(element: Element, tag: string): boolean {
  if (tag === 'sup') return RAISED_MARK.test((element.textContent ?? '').trim());
  if (tag !== 'a' || !/^#./.test(element.getAttribute('href') ?? '')) return false;
  const text = (element.textContent ?? '').trim();
  return INNER_LINK_MARK.test(text) && !/\d{4}/.test(text);
}

/** WOW.js hides what is not scrolled to yet, in its place. */
const SHOWN_ON_SCROLL = '.wow';

/** Farther than any layout goes: sites put there what is for copiers and machines. */
const FAR_OUT = -999;

/** Text that no one sees, or a watermark: clipped to a point, put far off the page, or laid over it untouchably. */
function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (style.pointerEvents === 'none') return true;
  if (Number.parseFloat(style.left) <= FAR_OUT || Number.parseFloat(style.top) <= FAR_OUT) return true;
  if (style.overflowX === 'visible') return false;
  const box = element.getBoundingClientRect();
  return box.width <= 1 || box.height <= 1;
}

/** A large first character, floated beside the lines of its own word. */
function isInitial(element: Element, tag: string): boolean {
  const next = element.nextSibling;
  return (
    !BLOCKS.has(tag) &&
    (element.textContent ?? '').trim().length <= 2 &&
    next?.nodeType === 3 &&
    /^\S/.test((next as Text).data)
  );
}

/**
 * How an element takes part in the text. `laidOut`: the page has been laid out by a browser, so that its style sheets
 * count; otherwise tag, `hidden` attribute and inline style decide.
 */
export function flowOf(element: Element, laidOut: boolean): Flow {
  const tag = tagOf(element);
  if (TEXTLESS.has(tag) || isNoteMark(element, tag)) return 'none';
  if (laidOut) {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    if (style && style.display !== '') {
      const display = style.display;
      if (display === 'none' || style.fontSize === '0px') return 'none';
      if (style.visibility === 'hidden' && !element.closest(SHOWN_ON_SCROLL)) return 'none';
      if (isUnseen(element, style)) return 'none';
      if (style.float === 'left' && isInitial(element, tag)) return 'inline';
      return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')
        ? 'inline'
        : 'block';
    }
  }
  if (element.hasAttribute('hidden')) return 'none';
  const style = element.getAttribute('style');
  if (style !== null && HIDDEN_STYLE.test(style)) return 'none';
  if (BLOCKS.has(tag)) return 'block';
  return style !== null && BLOCK_STYLE.test(style) ? 'block' : 'inline';
}

export type FlowOf = typeof flowOf;

/**
 * Asks for the flow of each element once: for several walks through a page as it is at one time. What changes while they
 * pause is found by the next look at the page.
 */
export function rememberedFlow(): FlowOf {
  const known = new WeakMap<Element, Flow>();
  return (element, laidOut) => {
    const flow = known.get(element) ?? flowOf(element, laidOut);
    known.set(element, flow);
    return flow;
  };
}

/** Whether the document belongs to a browser that lays pages out. A parser's DOM has no `checkVisibility`. */
export function isLaidOut(node: Node): boolean {
  const document = node.nodeType === 9 ? (node as Document) : node.ownerDocument;
  const root = document?.documentElement;
  return typeof root?.checkVisibility === 'function' && document?.defaultView != null;
}

/** Words of an element's id and classes, lower case: `article-relDocuments` gives article, reldocuments. */
export function namesOf(element: Element): string[] {
  const raw = `${element.id ?? ''} ${element.getAttribute('class') ?? ''}`;
  return raw.length > 1
    ? raw
        .slice(0, 200)
        .toLowerCase()
        .split(/[^a-z0-9]+/)
    : [];
}
