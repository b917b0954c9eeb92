import type { CDPSession, Page } from 'puppeteer-core';

interface Node {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** A box in the coordinates of the page's viewport, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the extension shows in a page stands in a closed shadow root: only the debugger sees it. */
export interface ShadowView {
  /** The text of everything shown in the extension's shadow root. */
  text(): Promise<string>;
  /** Boxes of the visible elements of that name whose text holds the words, in order. */
  boxes(nodeName: string, words?: string): Promise<Box[]>;
  /** Name of what has the focus in it, as assistive technology is told; empty when it is elsewhere. */
  focused(): Promise<string>;
  /** Clicks the first visible element of that name with those words; waits until it is there. */
  click(nodeName: string, words: string): Promise<void>;
}

/** Clicks the first visible element of that name with those words; waits until it is there. */
export async function clickWhenShown(
  page: Page,
  view: Pick<ShadowView, 'boxes'>,
  nodeName: string,
  words: string,
): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const [box] = await view.boxes(nodeName, words);
    if (box) {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return;
    }
    if (Date.now() > until) throw new Error(`no ${nodeName} with “${words}” is shown at the passage`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How long a click waits for what it is to hit, in milliseconds. */
const PATIENCE = 15_000;
const HOST = 'ZHUPI-ANNOTATOR';

export async function shadowView(page: Page): Promise<ShadowView> {
  const session = await page.createCDPSession();
  const view: ShadowView = {
    async text() {
      const host = await findHost(session);
      return host ? textOf(host) : '';
    },
    async boxes(nodeName, words = '') {
      const host = await findHost(session);
      const found: Box[] = [];
      for (const node of host ? nodesOf(host) : []) {
        if (node.nodeName !== nodeName.toUpperCase() || !textOf(node).includes(words)) continue;
        const model = await session
          .send('DOM.getBoxModel', { backendNodeId: node.backendNodeId })
          .catch(() => null);
        if (!model) continue;
        const [x = 0, y = 0] = model.model.border;
        found.push({ x, y, width: model.model.width, height: model.model.height });
      }
      return found;
    },
    async focused() {
      const host = await findHost(session);
      const ids = new Set(host ? nodesOf(host).map(({ backendNodeId }) => backendNodeId) : []);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const has = nodes.find(
        ({ backendDOMNodeId, properties = [] }) =>
          ids.has(backendDOMNodeId ?? -1) &&
          properties.some(({ name, value }) => name === 'focused' && value.value === true),
      );
      return String(has?.name?.value ?? '');
    },
    click: (nodeName, words) => clickWhenShown(page, view, nodeName, words),
  };
  return view;
}

async function findHost(session: CDPSession): Promise<Node | null> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return nodesOf(root as Node).find((node) => node.nodeName === HOST) ?? null;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.shadowRoots ?? []).flatMap(nodesOf), ...(node.children ?? []).flatMap(nodesOf)];
}

function textOf(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeName === '#text') return node.nodeValue;
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join('');
}
