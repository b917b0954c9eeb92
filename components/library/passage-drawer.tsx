import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShelfEntry, StoredPassage } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { passageAddress, webAddress } from '../web-address.ts';
import { reportLabel } from './report-label.ts';

interface PassageDrawerProps {
  words: Words;
  report: ShelfEntry;
  passages: StoredPassage[];
  onClose(): void;
}

/** Where a number or dot comes from: the passages of the stored text, and the way to the live page. */
export function PassageDrawer({ words, report, passages, onClose }: PassageDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="drawer" ref={dialog} onClose={onClose} aria-label={reportLabel(report, words)}>
      <header>
        <h2>{reportLabel(report, words)}</h2>
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {words.compare.close}
        </button>
      </header>
      {passages.length === 0 && <p class="notice">{words.compare.passageGone}</p>}
      <ul>
        {passages.map(({ before, words: own, after }, index) => (
          <li key={index}>
            {before}
            <mark>{own}</mark>
            {after}{' '}
            {webAddress(report.url) && (
              <a
                href={passageAddress(report.url, { before, words: own, after })}
                target="_blank"
                rel="noreferrer"
              >
                {words.compare.openPage}
              </a>
            )}
          </li>
        ))}
      </ul>
    </dialog>
  );
}
