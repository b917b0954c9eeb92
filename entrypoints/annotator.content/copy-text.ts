/**
 * Puts text on the clipboard within a click or stroke, on pages served without encryption too, where there is no
 * `navigator.clipboard`. The page's own listeners for copying don't hear of it. Whether it worked.
 */
export function copyText(document: Document, text: string): boolean {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isDone = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  window.removeEventListener('copy', onCopy, { capture: true });
  return isDone;
}
