import type { Words } from '../../lib/model/words.ts';
import { webAddress } from '../web-address.ts';

export interface CollectedProps {
  words: Words;
  reports: number;
  notes: number;
  /** The last collected, newest first. */
  latest: { id: string; title: string | null; issuer: string | null; year: number | null; url: string }[];
  libraryUrl: string;
  /** Of the report that comes with the extension. */
  sampleUrl: string;
}

/** What the reader has collected so far, and the way back to it. */
export function Collected({ words, reports, notes, latest, libraryUrl, sampleUrl }: CollectedProps) {
  const { panel, library } = words;
  if (reports === 0) {
    return (
      <p class="hint">
        {library.noReportsHelp}{' '}
        <a href={sampleUrl} target="_blank" rel="noreferrer">
          {panel.seeSample}
        </a>
      </p>
    );
  }
  return (
    <section class="collected" aria-label={panel.collected}>
      <h2>{panel.collected}</h2>
      <p>
        <a href={libraryUrl} target="_blank" rel="noreferrer">
          {library.reportCount(reports)} · {library.noteCount(notes)}
        </a>
      </p>
      <ul class="rows">
        {latest.map(({ id, title, issuer, year, url }) => (
          <li key={id}>
            <a href={webAddress(url)} target="_blank" rel="noreferrer">
              {title ?? issuer ?? panel.unknown}
              {year !== null && <span class="year">{panel.yearValue(year)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
