import { useLayoutEffect, useState } from 'preact/hooks';

/** Names stand fast while the rest scrolls: this share of their box they may take, so that figures are seen beside them. */
const MOST = 0.4;

/** How wide the names of a table are drawn, in CSS pixels: as wide as is wanted, less in a narrow box. */
export function useNameWidth(box: { current: HTMLElement | null }, wanted: number): number {
  const [most, setMost] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const own = box.current;
    if (!own) return;
    // of what isn't shown the width is 0
    const measure = () =>
      setMost(own.clientWidth === 0 ? wanted : Math.min(wanted, Math.floor(own.clientWidth * MOST)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(own);
    return () => observer.disconnect();
  }, [wanted]);
  return Math.min(wanted, most);
}
