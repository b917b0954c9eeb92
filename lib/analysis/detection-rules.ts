import type { Clues } from '../model/clues.ts';
import type { ReportFacts, ReportKind } from '../model/report.ts';
import type { ReportText } from '../model/text.ts';

/** What the rules of detection look at: the clues in one width, with the likeliest title. */
export interface Page {
  clues: Clues;
  /** Title of the report, lines joined, without the site's name; '' when none is seen. */
  title: string;
  /** The opening, folded. */
  opening: string;
  headings: readonly string[];
  closing: string;
  /** Host of the address in lower case without its port; `null`: no address. */
  host: string | null;
  text: ReportText | null;
}

/** One reason for or against; `weight` adds to the score, `kind` says for which kind of report it speaks. */
export interface ClueRule {
  id: string;
  weight: number;
  /** What the sign counts for its kind, where that differs from its weight. */
  kindWeight?: number;
  /** What was seen; `null`: nothing. A rule that speaks for a kind names it. */
  see(page: Page): { seen: string; kind?: ReportKind } | null;
}

export interface DetectionRules {
  /** Folds widths and picks the title. */
  pageOf(clues: Clues, text: ReportText | null): Page;
  signs: readonly ClueRule[];
  /** Score from which a page is a report. */
  enough: number;
  isOfficialHost(host: string): boolean;
  facts(page: Page, kind: ReportKind): ReportFacts;
}
