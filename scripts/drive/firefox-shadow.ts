import type { Page } from 'puppeteer-core';
import { bidiOf } from './bidi.ts';
import { type Box, clickWhenShown, type ShadowView } from './pierce.ts';

interface Located {
  nodes: { value?: { shadowRoot?: { sharedId?: string } | null } }[];
}

const HOST = 'zhupi-annotator';

/** The extension's closed shadow root, which WebDriver BiDi hands out when asked for all shadow trees. */
export function firefoxShadowView(page: Page): ShadowView {
  const bidi = bidiOf(page.browser());
  const context = bidi.contextOf(page);
  const rootId = async (): Promise<string | null> => {
    const { nodes } = (await bidi.send('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: HOST },
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    })) as Located;
    return nodes[0]?.value?.shadowRoot?.sharedId ?? null;
  };
  const view: ShadowView = {
    async text() {
      const root = await rootId();
      return root === null ? '' : bidi.call<string>(context, String(textOf), [], [root]);
    },
    async boxes(nodeName, words = '') {
      const root = await rootId();
      return root === null ? [] : bidi.call<Box[]>(context, String(boxesIn), [nodeName, words], [root]);
    },
    async focused() {
      const root = await rootId();
      return root === null ? '' : bidi.call<string>(context, String(focusedIn), [], [root]);
    },
    click: (nodeName, words) => clickWhenShown(page, view, nodeName, words),
  };
  return view;
}

// these run in the page

function textOf(root: ShadowRoot): string {
  return [...root.children]
    .filter((child) => child.localName !== 'style')
    .map((child) => child.textContent)
    .join('');
}

function focusedIn({ activeElement }: ShadowRoot): string {
  return activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
}

function boxesIn(root: ShadowRoot, nodeName: string, words: string): Box[] {
  return [...root.querySelectorAll(nodeName)]
    .filter((element) => element.textContent.includes(words))
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ x, y, width, height }) => ({ x, y, width, height }));
}
