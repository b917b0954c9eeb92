/** How long a page must be quiet before it is looked at, and how long at most that is waited for, in milliseconds. */
const QUIET = 400;
const LONGEST_WAIT = 2_000;
/** A page that never stops writing its text anew, or taking marks away, is looked at ever more seldom, up to this. */
const SELDOM = 60_000;
/** A page without any change for this long, beyond twice what was waited for, has calmed down. */
const CALM = 10_000;
/** So often in a row marks may be drawn again at the usual pace: more is a script of the page that takes them away. */
const FREE = 4;

/**
 * Calls back after the page has changed under us: once it is quiet for a while, or after the longest wait when
 * it never is. `onChange` says whether the text had to be read anew: that is costly, so the waits then double; they do
 * too when marks are drawn over and over. They recover with every look that finds nothing to do, and at once on a page
 * that has calmed down. Marks that we draw count as changes; looking at them changes nothing, so that ends there.
 */
export function watchPage(document: Document, onChange: () => Promise<boolean>, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let lastChange = Date.now();
  /** By how much the waits are longer than usual. */
  let pace = 1;
  let hasDrawn = false;
  let redrawn = 0;
  const slowed = (wait: number): number => Math.min(wait * pace, SELDOM);
  const look = async () => {
    timer = undefined;
    redrawn = hasDrawn ? redrawn + 1 : 0;
    hasDrawn = false;
    const isReadAnew = await onChange();
    if (isReadAnew || redrawn > FREE) pace = Math.min(pace * 2, SELDOM / QUIET);
    else if (redrawn === 0) pace = Math.max(pace / 2, 1);
  };
  const observer = new MutationObserver((records) => {
    const now = Date.now();
    if (now - lastChange > CALM + 2 * slowed(QUIET)) {
      pace = 1;
      redrawn = 0;
    }
    lastChange = now;
    hasDrawn ||= records.some(({ addedNodes }) => Array.from(addedNodes).some(isMark));
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    const left = waitingSince + slowed(LONGEST_WAIT) - now;
    timer = setTimeout(() => void look(), Math.min(slowed(QUIET), Math.max(0, left)));
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

const isMark = (node: Node): boolean => (node as Element).classList?.contains('zhupi') ?? false;
