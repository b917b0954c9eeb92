/** A piece of the report's text: half-open, in UTF-16 code units of the one report string. */
export interface Span {
  start: number;
  end: number;
}
