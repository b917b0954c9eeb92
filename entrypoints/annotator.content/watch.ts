/** A page that keeps changing is looked at no more often than this, in milliseconds. */
const QUIET = 400;
const LONGEST_WAIT = 2_000;

/**
 * Calls back after the page has changed under us: once it is quiet for a while, or after the longest wait
 * when it never is. Marks that we draw count as changes too; the caller finds nothing to do and is not
 * called again, since a callback that changes nothing causes none.
 */
export function watchPage(document: Document, onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  const observer = new MutationObserver(() => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        onChange();
      },
      Math.min(QUIET, Math.max(0, waitingSince + LONGEST_WAIT - now)),
    );
  });
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
