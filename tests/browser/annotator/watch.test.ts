import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/annotator.content/watch.ts';
import { openHtml } from '../page/open-page.ts';

/** A page that is watched, and what was done about it. */
interface Watched {
  text: Element;
  looks: number;
  stop(): void;
}

/** What a look does: returns whether the text was read anew. */
type Answer = (text: Element) => boolean;

async function watch(answer: Answer): Promise<Watched> {
  const document = await openHtml('<body><p id="text">全年办理许可</p></body>');
  const text = document.querySelector('#text') as Element;
  const life = new AbortController();
  const watched: Watched = { text, looks: 0, stop: () => life.abort() };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  watchPage(
    document,
    async () => {
      watched.looks++;
      return answer(text);
    },
    life.signal,
  );
  return watched;
}

/** Lets time pass; every 200 ms of it the page may do something. Observers hear of it in between. */
async function pass(milliseconds: number, each?: () => void): Promise<void> {
  const step = each ? 200 : milliseconds;
  for (let at = 0; at < milliseconds; at += step) {
    each?.();
    await vi.advanceTimersByTimeAsync(step);
  }
}

const drawMark = (text: Element): void => {
  const mark = text.ownerDocument.createElement('mark');
  mark.className = 'zhupi';
  text.append(mark);
};

let watched: Watched;
beforeEach(() => vi.useRealTimers());
afterEach(() => {
  watched.stop();
  vi.useRealTimers();
});

describe('a page is looked at', () => {
  test('once when it is quiet again', async () => {
    watched = await watch(() => false);
    await pass(300, () => watched.text.append('件'));
    await pass(2000);
    expect(watched.looks).toBe(1);
  });

  test('every two seconds while it is never quiet', async () => {
    watched = await watch(() => false);
    await pass(10_000, () => watched.text.append('件'));
    expect(watched.looks).toBeGreaterThanOrEqual(4);
    expect(watched.looks).toBeLessThanOrEqual(5);
  });

  test('ever more seldom while its text is written anew, and soon again when it has calmed down', async () => {
    watched = await watch(() => true);
    await pass(120_000, () => watched.text.append('件'));
    expect(watched.looks).toBeLessThanOrEqual(6);
    await pass(200_000);
    const before = watched.looks;
    watched.text.append('件');
    await pass(500);
    expect(watched.looks).toBe(before + 1);
  });

  test('at its usual pace again after some looks that found nothing to do, though a clock goes on', async () => {
    let isWritten = true;
    watched = await watch(() => isWritten);
    await pass(30_000, () => watched.text.append('件'));
    isWritten = false;
    await pass(60_000, () => watched.text.append('秒'));
    const before = watched.looks;
    await pass(10_000, () => watched.text.append('秒'));
    expect(watched.looks - before).toBeGreaterThanOrEqual(4);
  });

  test('ever more seldom when a script of it takes away what is drawn', async () => {
    watched = await watch((text) => {
      drawMark(text);
      return false;
    });
    const strip = new MutationObserver(() => {
      for (const mark of watched.text.querySelectorAll('mark')) mark.remove();
    });
    strip.observe(watched.text, { childList: true });
    watched.text.append('件');
    await pass(300_000);
    strip.disconnect();
    expect(watched.looks).toBeLessThanOrEqual(16);
  });

  test('no more after it is let go', async () => {
    watched = await watch(() => false);
    watched.text.append('件');
    watched.stop();
    await pass(3000);
    expect(watched.looks).toBe(0);
  });
});
