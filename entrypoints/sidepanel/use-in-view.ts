import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Span } from '../../lib/model/span.ts';

/** How long to wait before a page that didn't answer is asked again, in milliseconds. */
const PATIENCE = 1_000;

/** The stretch of the report that stands in the window of its page, kept up to date; `null`: none, or not known. */
export function useInView(tabId: number): Span | null {
  const [inView, setInView] = useState<Span | null>(null);
  useEffect(() => {
    let isOver = false;
    let known: Span | null = null;
    const follow = async () => {
      while (!isOver) {
        // the page answers when the reader has scrolled
        const asked = sendMessage('inView', { known }, { tabId, frameId: 0 });
        const seen = await asked.catch(() => undefined);
        if (isOver) return;
        if (seen === undefined) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        else {
          known = seen;
          setInView(seen);
        }
      }
    };
    void follow();
    return () => {
      isOver = true;
    };
  }, [tabId]);
  return inView;
}
