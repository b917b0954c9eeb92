import { type Fault, failed, type Outcome } from '../model/outcome.ts';

/** Is this context still part of a running extension? After an update under an open page it is not. */
export function isExtensionAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Sends a request whose answer matters. The background may stop between any two messages, so an
 * unanswered request is sent once more: requests that write carry the id of what they write and
 * are safe to repeat. Never throws: no answer is the fault `no-answer` or `extension-reloaded`.
 */
export async function ask<T>(send: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let fault: Fault = 'no-answer';
  for (let attempt = 0; attempt < 2; attempt++) {
    if (!isExtensionAlive()) return failed('extension-reloaded');
    try {
      return await send();
    } catch (error) {
      if (!isExtensionAlive() || /context invalidated/i.test(String(error))) fault = 'extension-reloaded';
    }
  }
  return failed(fault);
}

/** Says something that nobody need hear: a panel that is closed is no error. */
export function tell(send: () => Promise<unknown>): void {
  try {
    send().catch(() => undefined);
  } catch {
    // a dead extension context throws at once; there is nobody left to tell
  }
}
