/** The part of mark.js 8.11.1 in use; the package carries no types. */
declare module 'mark.js' {
  export interface MarkRange {
    /** Offset into the joined data of the context's text nodes. */
    start: number;
    length: number;
  }
  export interface RangeOptions<R extends MarkRange> {
    element?: string;
    className?: string;
    each?(element: HTMLElement, range: R): void;
    noMatch?(range: R): void;
  }
  export default class Mark {
    constructor(context: Node | Node[]);
    markRanges<R extends MarkRange>(ranges: R[], options?: RangeOptions<R>): this;
  }
}
