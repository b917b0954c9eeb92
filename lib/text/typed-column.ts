import { type Row, SET_IN } from './typed-rows.ts';

/** Narrowest and widest columns that texts were typed in, in half-width characters. */
const NARROWEST = 30;
export const WIDEST = 160;
/** So much less than the widest line is still a full line: a word or a figure did not fit in. */
const RAGGED = 8;
/** Most full lines fall short by no more than this, which short paragraphs of about one length don't keep to. */
const TIGHT = 4;

/** Whether a row may go on in the next: it ends in mid-sentence. */
export const isOpen = ({ isEnded, isSetOut }: Row): boolean => !isEnded && !isSetOut;

/** Whether a row begins a paragraph by the way it is set. */
export const isBegin = ({ indent, isApart }: Row): boolean => indent >= SET_IN || isApart;

/** A share of full lines that begin or end alike which only entries have. */
const ALIKE = 0.6;

/** So many short rows after each other are cells of a table or names in a list, which say nothing of the text around. */
const LIST = 4;

/** How many are set that don't stand in a run of so many. */
function outsideRuns(flags: readonly boolean[]): number {
  let count = 0;
  let run = 0;
  for (const flag of [...flags, false]) {
    if (flag) run++;
    else {
      if (run < LIST) count += run;
      run = 0;
    }
  }
  return count;
}

/** The column that rows were typed in: as wide as the widest of them, in half-width characters, or as long. */
export class Column {
  private readonly rows: readonly Row[];
  private readonly width: number;
  private readonly length: number;
  private readonly full: Row[];
  /** Rows that end in mid-sentence and are not full: each speaks against the column. */
  private readonly short: readonly boolean[];

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    this.width = rows.reduce((most, { width }) => Math.max(most, width), 0);
    this.length = rows.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    this.full = rows.filter((row) => isOpen(row) && this.isFull(row));
    this.short = rows.map((row) => isOpen(row) && !row.isNumbered && !this.isFull(row));
  }

  isFull({ width, start, end }: Row): boolean {
    return width >= this.width - RAGGED || end - start >= this.length - 1;
  }

  /**
   * Whether a row goes on in the next one, when that doesn't begin anew. Where beginnings are shown a full line goes on
   * though a sentence ends with it; else a paragraph may have ended there. `opens`: it begins a block itself.
   */
  goesOn(row: Row, next: Row, opens: boolean, showsBegin: boolean): boolean {
    if (row.isSetOut) return false;
    if (showsBegin) return this.isFull(row);
    if (!this.isFull(row) || !isOpen(row)) return false;
    if (!opens || !row.isHeadingLike) return true;
    // a heading that happens to be as wide as the column goes on in no paragraph, a title in no other line of a title
    const isRest = isOpen(next) && !this.isFull(next);
    return isRest === row.isNumbered;
  }

  /**
   * Whether sentences begin in `innerEnds` lines or more, and nearly all that end in mid-sentence, `least` or more, are of one width or of one length. Short paragraphs
   * may be about as long as each other, but no more; tables and lists between the lines don't count.
   */
  isTight(least: number, innerEnds: number): boolean {
    const { full, width, length } = this;
    if (width < NARROWEST || width > WIDEST) return false;
    // entries of a list may be as long as each other, but in none of them does a sentence end and another begin
    if (this.innerEnds() < innerEnds || this.isList()) return false;
    const wide = full.filter((row) => row.width >= width - TIGHT).length;
    const long = full.filter(({ start, end }) => end - start >= length - 1).length;
    if (full.length < least || Math.max(wide, long) < full.length * 0.7) return false;
    return full.length >= outsideRuns(this.short) * 3;
  }

  /** In how many lines of what would be joined a sentence ends and another begins. */
  private innerEnds(): number {
    return this.rows.filter((row, at) => {
      const before = this.rows[at - 1];
      return row.hasInnerEnd && ((isOpen(row) && this.isFull(row)) || (before && this.isFull(before)));
    }).length;
  }

  /** Entries of a list end or begin alike, in a number, a bracket, a comma; typed lines break wherever they are full. */
  private isList(): boolean {
    return [0, 1].some((edge) => {
      const counts = new Map<string, number>();
      for (const { edges } of this.full) {
        const sign = edges[edge] ?? '';
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
      }
      return Math.max(...counts.values()) >= this.full.length * ALIKE;
    });
  }

  /**
   * Whether paragraphs show where they begin, by an indent or a blank line: that follows the end of another, and what has
   * none goes on with a full line.
   */
  showsBegin(): boolean {
    let [begins, begun, goesOn, gone] = [0, 0, 0, 0];
    for (const [at, row] of this.rows.entries()) {
      const before = this.rows[at - 1];
      if (!before) continue;
      if (isBegin(row)) {
        begins++;
        if (before.isEnded || !this.isFull(before)) begun++;
      } else if (!row.isNumbered) {
        goesOn++;
        if (this.isFull(before)) gone++;
      }
    }
    return begins >= 2 && goesOn >= 3 && begun >= begins * 0.9 && gone >= goesOn * 0.8;
  }

  /** How many paragraphs end in the midst of the column, below a full line that ends in mid-sentence. */
  ends(): number {
    return this.rows.filter((row, at) => {
      const before = this.rows[at - 1];
      if (!before || isBegin(row) || row.isNumbered || !row.isEnded || this.isFull(row)) return false;
      return isOpen(before) && this.isFull(before);
    }).length;
  }
}
