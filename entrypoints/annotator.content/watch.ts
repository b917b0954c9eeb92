/** How long a page must be quiet before it is looked at, and how long at most that is waited for, in milliseconds. */
const QUIET = 400;
const LONGEST_WAIT = 2_000;
/** A page that never stops writing its text anew is read ever more seldom, up to this. */
const SELDOM = 60_000;

/**
 * Calls back after the page has changed under us: once it is quiet for a while, or after the longest wait when
 * it never is. `onChange` says whether the text had to be read anew: that is costly, so the waits then double.
 * Marks that we draw count as changes too; looking at them changes nothing, so that ends there.
 */
export function watchPage(document: Document, onChange: () => Promise<boolean>, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let longest = LONGEST_WAIT;
  let quiet = QUIET;
  const look = async () => {
    timer = undefined;
    if (!(await onChange())) return;
    quiet = Math.min(quiet * 2, SELDOM);
    longest = Math.min(longest * 2, SELDOM);
  };
  const observer = new MutationObserver(() => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), Math.min(quiet, Math.max(0, waitingSince + longest - now)));
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
