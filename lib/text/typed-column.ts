import { type Row, SET_IN } from './typed-rows.ts';

/** Narrowest and widest columns that texts were typed in, in half-width characters. */
const NARROWEST = 30;
export const WIDEST = 160;
/** So much less than the widest line is still a full line: a word or a figure did not fit in. */
const RAGGED = 8;
/** Most full lines fall short by no more than this, which short paragraphs of about one length don't keep to. */
const TIGHT = 4;

/** The column that rows were typed in: as wide as the widest of them, in half-width characters, or as long. */
export class Column {
  private readonly rows: readonly Row[];
  private readonly width: number;
  private readonly length: number;
  private readonly full: Row[];
  private readonly innerEnds: number;

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    this.width = rows.reduce((most, { width }) => Math.max(most, width), 0);
    this.length = rows.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    this.full = rows.filter((row) => !row.isEnded && this.isFull(row));
    this.innerEnds = rows.filter(({ hasInnerEnd }) => hasInnerEnd).length;
  }

  isFull({ width, start, end }: Row): boolean {
    return width >= this.width - RAGGED || end - start >= this.length - 1;
  }

  /** Whether most lines that end in mid-sentence are full. */
  isLikely(): boolean {
    if (this.rows.length < 4 || this.width < NARROWEST || this.width > WIDEST) return false;
    // entries of a list may be as long as each other, but in none of them does a sentence end and another begin
    if (this.innerEnds === 0) return false;
    const short = this.rows.filter((row) => !row.isEnded && !row.isNumbered && !this.isFull(row)).length;
    return this.full.length >= 3 && this.full.length >= short * 2;
  }

  /** The same for lines that would be paragraphs anywhere else: nearly all of one width or of one length. */
  isTight(): boolean {
    const { full, rows } = this;
    const short = rows.filter((row) => !row.isEnded && !row.isNumbered && !this.isFull(row)).length;
    const wide = full.filter(({ width }) => width >= this.width - TIGHT).length;
    const long = full.filter(({ start, end }) => end - start >= this.length - 1).length;
    return full.length >= 4 && full.length >= short * 3 && Math.max(wide, long) >= full.length * 0.7;
  }

  /** Whether what is set in begins paragraphs: it follows their ends, and what is not set in goes on with a full line. */
  isIndentedLikeParagraphs(): boolean {
    let [begins, begun, goesOn, gone] = [0, 0, 0, 0];
    for (const [at, row] of this.rows.entries()) {
      const before = this.rows[at - 1];
      if (!before) continue;
      if (row.indent >= SET_IN) {
        begins++;
        if (before.isEnded || !this.isFull(before)) begun++;
      } else if (!row.isNumbered) {
        goesOn++;
        if (this.isFull(before)) gone++;
      }
    }
    return begins >= 2 && goesOn >= 3 && begun >= begins * 0.9 && gone >= goesOn * 0.8;
  }

  /** Whether paragraphs end in the midst of the column, below full lines that end in mid-sentence. */
  endsParagraphs(): boolean {
    const tails = this.rows.filter((row, at) => {
      const before = this.rows[at - 1];
      return (
        before !== undefined &&
        row.isEnded &&
        !row.isNumbered &&
        row.indent < SET_IN &&
        !this.isFull(row) &&
        !before.isEnded &&
        this.isFull(before)
      );
    });
    return tails.length >= 2;
  }
}
