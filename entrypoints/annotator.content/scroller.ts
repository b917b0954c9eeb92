/** The box whose scroll bar the report is scrolled with. */
export interface Scroller {
  element: Element;
  /** Distance of a box of the report's document from the top of what is scrolled, in CSS pixels. */
  topOf(box: DOMRect): number;
}

const SCROLLS = /auto|scroll|overlay/;

function scrolls(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || element.scrollHeight <= element.clientHeight + 1) return false;
  return (
    element === element.ownerDocument.scrollingElement ||
    SCROLLS.test(view.getComputedStyle(element).overflowY)
  );
}

/** The innermost box around the report that can be scrolled, across frames of the same site. `null`: none can. */
export function scrollerOf(root: Element): Scroller | null {
  let shift = 0;
  for (let element: Element | null = root; element; ) {
    if (scrolls(element)) return scrollerAt(element, shift);
    const { parentElement, ownerDocument }: Element = element;
    if (parentElement) element = parentElement;
    else {
      const frame: Element | null = ownerDocument.defaultView?.frameElement ?? null;
      shift += frame?.getBoundingClientRect().y ?? 0;
      element = frame;
    }
  }
  return null;
}

function scrollerAt(element: Element, shift: number): Scroller {
  const isPage = element === element.ownerDocument.scrollingElement;
  return {
    element,
    topOf: ({ top }) => {
      const own = isPage ? 0 : element.getBoundingClientRect().top;
      return top + shift - own + element.scrollTop;
    },
  };
}
