import type { Attachment } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';

/** A report that is only a file to download: says so, and leads to it. */
export function AttachmentList({ attachments, words }: { attachments: Attachment[]; words: Words }) {
  // the page says where its files are, so only addresses that load something are followed
  const safe = attachments.filter(({ url }) => /^https?:/.test(url));
  return (
    <section class="notice attachments">
      <p>{words.panel.onlyAttachment}</p>
      <ul>
        {safe.map(({ url, name }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {name || url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
