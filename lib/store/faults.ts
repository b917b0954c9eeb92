import { done, type Fault, FaultError, failed, type Outcome } from '../model/outcome.ts';

/** Names of IndexedDB and Dexie errors (dexie.org, "Dexie Errors") by the fault they mean to a reader. */
const FAULT_BY_NAME: Record<string, Fault> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-blocked',
  BlockedError: 'storage-blocked',
  DatabaseClosedError: 'storage-refused',
  OpenFailedError: 'storage-refused',
  MissingAPIError: 'storage-refused',
  InvalidStateError: 'storage-refused',
  SecurityError: 'storage-refused',
  UnknownError: 'storage-refused',
};

/** The fault behind an error; Dexie wraps the browser's own error in `inner`, sometimes twice. */
export function faultOf(error: unknown): Fault {
  for (let cause: unknown = error; cause instanceof Error || cause instanceof DOMException; ) {
    if (cause instanceof FaultError) return cause.fault;
    const fault = FAULT_BY_NAME[cause.name];
    if (fault === 'storage-full' || (fault !== undefined && !hasInner(cause))) return fault;
    if (!hasInner(cause)) return 'unexpected';
    cause = cause.inner;
  }
  return 'unexpected';
}

function hasInner(error: object): error is { inner: unknown } {
  return 'inner' in error && error.inner !== null && error.inner !== undefined && error.inner !== error;
}

/** Runs a piece of store work and turns whatever it throws into an outcome. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return done(await work());
  } catch (error) {
    return failed(faultOf(error));
  }
}
