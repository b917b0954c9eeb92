import type { Browser } from 'puppeteer-core';
import { bidiOf } from './bidi.ts';

/** Firefox's own window and the extension's sidebar in it. Needs a browser started with `systemAccess`. */
export interface FirefoxWindow {
  /** Presses the extension's button, in the panel that lists the extensions as Firefox puts it at first. */
  pressButton(): Promise<void>;
  /** Does what the browser does when the reader presses the keys of a command, e.g. `N` for Alt+Shift+N. */
  pressCommandKey(key: string): Promise<void>;
  isSidebarOpen(): Promise<boolean>;
  closeSidebar(): Promise<void>;
  /** Runs a function in the sidebar's page, as a script of that page would. Goes through JSON. */
  inSidebar<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Clicks the first element of that selector in the sidebar, as the reader does. */
  clickInSidebar(selector: string): Promise<void>;
  /** Runs a function in a tab that shows that page of the extension's own: Puppeteer is not told of such tabs. */
  inTab<A extends unknown[], T>(path: string, work: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Stops the extension's background page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** What the browser's console holds of errors in the extension's scripts, wherever they ran. */
  errors(): Promise<string[]>;
}

const EXTENSION = 'zhupi@zhupi.example';

interface Tree {
  contexts: { context: string; url: string }[];
}

export async function firefoxWindow(browser: Browser): Promise<FirefoxWindow> {
  const bidi = bidiOf(browser);
  const { contexts } = (await bidi.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  })) as Tree;
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context;
  if (window === undefined) throw new Error('Firefox shows no window');
  const inWindow = <T>(work: string, ...args: unknown[]) => bidi.call<T>(window, work, args);
  const inSidebar = async <T>(code: string): Promise<T> => {
    const answer = JSON.parse(await inWindow<string>(IN_SIDEBAR, code)) as { value: T } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
  return {
    pressButton: () => inWindow(PRESS_BUTTON, EXTENSION),
    pressCommandKey: (key) => inWindow(PRESS_COMMAND_KEY, EXTENSION, key),
    isSidebarOpen: () => inWindow('() => SidebarController.isOpen'),
    closeSidebar: () => inWindow('() => SidebarController.hide()'),
    inSidebar: (work, ...args) => inSidebar(`(${work})(...${JSON.stringify(args)})`),
    clickInSidebar: (selector) => inWindow(CLICK_IN_SIDEBAR, selector),
    async inTab<A extends unknown[], T>(
      path: string,
      work: (...args: A) => T,
      ...args: A
    ): Promise<Awaited<T>> {
      const tree = (await bidi.send('browsingContext.getTree', { maxDepth: 0 })) as Tree;
      const tab = tree.contexts.find(
        ({ url }) => url.startsWith('moz-extension://') && new URL(url).pathname === `/${path}`,
      );
      if (!tab) throw new Error(`no tab shows ${path}`);
      return bidi.call<Awaited<T>>(tab.context, String(work), args);
    },
    stopBackground: () =>
      inWindow('(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground()', EXTENSION),
    errors: () => inWindow(ERRORS, EXTENSION),
  };
}

// Scripts of Firefox's own window, written as text: their globals have no types here.

const PRESS_BUTTON = `async (id) => {
  const shown = new Promise((resolve) =>
    window.addEventListener('popupshown', resolve, { once: true }));
  document.getElementById('unified-extensions-button').click();
  await shown;
  const item = [...document.querySelectorAll('.unified-extensions-item')]
    .find((each) => each.dataset.extensionid === id || each.getAttribute('extension-id') === id);
  item.querySelector('.unified-extensions-item-action-button').click();
}`;

/** Keys that are sent to a page's process never come by the window's own table of keys, which has the commands. */
const PRESS_COMMAND_KEY = `(id, wanted) => {
  const keys = document.getElementById('ext-keyset-id-' + id.replace(/[@.]/g, '_'))?.querySelectorAll('key') ?? [];
  const key = [...keys].find((each) => each.getAttribute('key') === wanted);
  if (!key) throw new Error('the extension has no key ' + wanted);
  key.doCommand();
}`;

/** The sidebar's page lives in another process: a script is sent there and its answer comes as a message. */
const IN_SIDEBAR = `(code) => new Promise((resolve, reject) => {
  const view = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
  if (!view) { reject(new Error('the sidebar shows no extension')); return; }
  const name = 'answer-' + crypto.randomUUID();
  const { messageManager } = view;
  messageManager.addMessageListener(name, function listener({ data }) {
    messageManager.removeMessageListener(name, listener);
    resolve(data);
  });
  const script = 'const realm = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });' +
    'Cu.exportFunction((json) => sendAsyncMessage(' + JSON.stringify(name) + ', json), realm, { defineAs: "answer" });' +
    'Cu.evalInSandbox(' + JSON.stringify(
      '(async () => { try { answer(JSON.stringify({ value: await (async () => ' + code + ')() })) }' +
      ' catch (error) { answer(JSON.stringify({ error: String(error) })) } })()') + ', realm);';
  messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
})`;

/** A mouse's press and release, as the browser gives them on: some things are allowed only while it handles one. */
const CLICK_IN_SIDEBAR = `(selector) => new Promise((resolve, reject) => {
  const view = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
  if (!view) { reject(new Error('the sidebar shows no extension')); return; }
  const name = 'clicked-' + crypto.randomUUID();
  const { messageManager } = view;
  messageManager.addMessageListener(name, function listener({ data }) {
    messageManager.removeMessageListener(name, listener);
    data === '' ? resolve() : reject(new Error(data));
  });
  const click = (chosen) => {
    const element = content.document.querySelector(chosen);
    if (!element) return 'the sidebar shows no ' + chosen;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = [left + width / 2, top + height / 2];
    for (const type of ['mousedown', 'mouseup']) {
      if (content.synthesizeMouseEvent) content.synthesizeMouseEvent(type, ...at, { button: 0, clickCount: 1 }, {});
      else content.windowUtils.sendMouseEvent(type, ...at, 0, 1, 0);
    }
    return '';
  };
  const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (' + click + ')(' + JSON.stringify(selector) + '))';
  messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
})`;

/**
 * Two things the browser notes are no errors: that nobody listens in a tab (the messaging library leaves its word on
 * that unread), and that a page or frame was closed while it waited for an answer.
 */
const ERRORS = `(id) => {
  const origin = WebExtensionPolicy.getByID(id).getURL('');
  return Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
    .filter((each) => each.sourceName.startsWith(origin) || each.errorMessage.includes(origin))
    .filter((each) => !/Receiving end does not exist|after context unloaded/.test(each.errorMessage))
    .map((each) => each.errorMessage + ' (' + each.sourceName + ':' + each.lineNumber + ')');
}`;
