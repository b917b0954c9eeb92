/** What the tests use of packages that bring no types along. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: unknown, options?: { forceType?: string });
    data: unknown[];
  }
}

declare module 'validate-web-annotation' {
  export default function validateAnnotation(
    annotation: unknown,
    options?: { optionalId?: boolean },
  ): boolean;
}
