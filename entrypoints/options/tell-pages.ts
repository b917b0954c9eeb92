import { browser } from 'wxt/browser';
import { sendMessage } from '../../lib/messaging/protocol.ts';

/** Every open page learns that codes or notes changed, whatever its report; pages without annotator don't answer. */
export async function tellPages(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    sendMessage('notesChanged', { address: null }, { tabId: id, frameId: 0 }).catch(() => undefined);
  }
}
