/** What the tests use of a package that brings no types along. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: unknown, options?: { forceType?: string });
    data: unknown[];
  }
}
