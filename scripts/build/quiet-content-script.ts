/**
 * Stands in for WXT's `ContentScriptContext` at build time (see `wxt.config.ts`). The original announces
 * each content script by an event on the page's document and keeps a listener there; the detector must
 * leave nothing behind on a page that is not a report, and neither script needs the context.
 */
export class ContentScriptContext {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
