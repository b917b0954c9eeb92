import type { ShelfEntry } from '../../../lib/model/library.ts';
import type { Span } from '../../../lib/model/span.ts';
import type { Words } from '../../../lib/model/words.ts';

/** What every view of the library gets. */
export interface ViewProps {
  words: Words;
  /** The chosen reports, by body and year. */
  reports: ShelfEntry[];
  /** Another number whenever reports, notes, codings or corrections were written: what is asked of them is asked again. */
  writes: number;
  /** Leads back to the sentences, as they stand in those states of the report's text. */
  onOpen(reportId: string, spans: Span[], states: string | undefined): void;
  /** Leads back to the passages that the reader gave a code. */
  onOpenCodings(reportId: string, codeId: string): void;
}
