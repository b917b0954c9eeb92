import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSession } from './session.ts';

/** Left in the isolated world so that a second injection finds the first. */
const SESSION = Symbol.for('zhupi.annotator');

type World = typeof globalThis & { [SESSION]?: { isAlive(): boolean; stop(): void } };

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  main() {
    const world = globalThis as World;
    // an annotator of an extension that was reloaded since can no longer speak to anyone: replace it
    if (world[SESSION]?.isAlive()) return;
    world[SESSION]?.stop();
    world[SESSION] = startSession();
  },
});
