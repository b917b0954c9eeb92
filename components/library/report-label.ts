import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { shownAddress } from '../web-address.ts';

/** A report in a few words: its body and year, else its title. */
export function reportLabel({ facts, address }: Pick<ShelfEntry, 'facts' | 'address'>, words: Words): string {
  const { issuer, year, title } = facts;
  if (issuer === null) return title ?? shownAddress(address);
  return year === null ? issuer : `${issuer} ${words.panel.yearValue(year)}`;
}

/** By body, then by year: so that the years of one body stand side by side. */
export function inOrder<T extends Pick<ShelfEntry, 'facts'>>(reports: readonly T[]): T[] {
  const { compare } = new Intl.Collator('zh');
  return reports.toSorted(
    (a, b) =>
      compare(a.facts.issuer ?? '', b.facts.issuer ?? '') || (a.facts.year ?? 0) - (b.facts.year ?? 0),
  );
}
