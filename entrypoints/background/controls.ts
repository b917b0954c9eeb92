import { type Browser, browser } from 'wxt/browser';
import { WORDS } from '../../lib/messages/words-for.ts';
import { type SelectionCommand, type Step, sendMessage } from '../../lib/messaging/protocol.ts';
import { currentLanguage, onLanguageChange } from '../shared/language.ts';
import { annotate, wasDismissed } from './pages.ts';

const STEPS: Record<string, Step> = {
  'next-finding': { towards: 'next', among: 'findings' },
  'previous-finding': { towards: 'previous', among: 'findings' },
  'next-shortcoming': { towards: 'next', among: 'shortcomings' },
  'previous-shortcoming': { towards: 'previous', among: 'shortcomings' },
};

const COMMANDS: Record<string, SelectionCommand> = {
  'note-on-selection': 'note',
  'tag-selection': 'tag',
  'highlight-selection': 'highlight',
  'cite-selection': 'cite',
  'focus-toolbar': 'toolbar',
};

/** Toolbar button, context menu and keyboard commands. */
export function offerControls(): void {
  browser.runtime.onInstalled.addListener(() => void fillMenu());
  browser.runtime.onStartup.addListener(() => void fillMenu());
  onLanguageChange(() => void fillMenu());

  browser.action.onClicked.addListener((tab) => {
    // the panel must be opened within the click itself: nothing may be awaited before
    openPanel(tab);
    if (tab.id !== undefined) void annotateUnlessDismissed(tab.id, tab.url);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const command = COMMANDS[String(info.menuItemId)];
    if (command) void runOnSelection(tab.id, command);
    else {
      openPanel(tab);
      void annotate(tab.id);
    }
  });

  browser.commands.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined) return;
    const [command, step] = [COMMANDS[name], STEPS[name]];
    if (command) void runOnSelection(tab.id, command);
    if (step) void stepIn(tab.id, step);
  });
}

/** The button is also the way to the panel: it doesn't bring marks back that the reader sent away. */
async function annotateUnlessDismissed(tabId: number, url: string | undefined): Promise<void> {
  if (!(await wasDismissed(url))) await annotate(tabId);
}

/** A browser that refuses (no click behind it) leaves the panel closed; the page is read all the same. */
function openPanel(tab: Browser.tabs.Tab): void {
  const opening = import.meta.env.FIREFOX
    ? firefoxSidebar().open()
    : browser.sidePanel.open({ windowId: tab.windowId });
  opening.catch(() => undefined);
}

/** `sidebar_action` exists only in Firefox and is missing from the shared types. */
function firefoxSidebar(): { open(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction;
}

async function runOnSelection(tabId: number, command: SelectionCommand): Promise<void> {
  const injected = await annotate(tabId);
  if (injected.ok) await sendMessage('selectionCommand', { command }, { tabId, frameId: 0 });
}

async function stepIn(tabId: number, step: Step): Promise<void> {
  const injected = await annotate(tabId);
  if (injected.ok) await sendMessage('step', step, { tabId, frameId: 0 });
}

async function fillMenu(): Promise<void> {
  const { menu } = WORDS[await currentLanguage()];
  await browser.contextMenus.removeAll();
  for (const [id, command] of Object.entries(COMMANDS)) {
    // the toolbar is for those who don't use the mouse, a menu for those who do
    if (command === 'toolbar') continue;
    browser.contextMenus.create({ id, title: menu[command], contexts: ['selection'] });
  }
  browser.contextMenus.create({
    id: 'annotate-page',
    title: menu.annotatePage,
    contexts: ['page', 'action'],
  });
}
