/** What can go wrong between a click and the database, as a reader would tell it apart. */
export const FAULTS = [
  /** The extension was updated or reloaded under the open page. */
  'extension-reloaded',
  /** The background did not answer, twice. */
  'no-answer',
  'storage-full',
  /** Another tab holds an older version of the database open. */
  'storage-blocked',
  /** The browser refuses a database here (private window, policy). */
  'storage-refused',
  /** The thing to change is no longer there. */
  'not-found',
  /** What should be undone has been changed since. */
  'changed-since',
  /** The message does not have the agreed form. */
  'invalid',
  /** The browser does not let extensions into that page, or not without a click on the button. */
  'page-refused',
  /** The page's text could not be analysed. */
  'unreadable',
  /** What should be done needs a selection in the report's text, and there is none. */
  'nothing-selected',
  /** The notes on this report could not be loaded. */
  'notes-unread',
  'unexpected',
] as const;
export type Fault = (typeof FAULTS)[number];

/** The one convention for errors across contexts: a value, or a fault the reader is told in words. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault };
}

/** The error class that carries a fault inside one context. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}
