import type { Annotation } from './annotation.ts';
import type { Code, Codebook } from './codebook.ts';
import type { Report, Snapshot } from './snapshot.ts';

/** Key, in a W3C annotation collection, of what Zhupi needs to take the annotations in again. */
export const CARRIED_KEY = 'urn:zhupi:carried';
/** Version of that form. */
export const CARRIED_VERSION = 1;

/** What annotations are about, as an annotation collection carries it beside them. */
export interface CarriedContext {
  version: number;
  reports: Report[];
  snapshots: Snapshot[];
  codes: Code[];
  codebooks: Codebook[];
}

/** Annotations from a file with what they are about. */
export interface CarriedAnnotations extends Omit<CarriedContext, 'version'> {
  annotations: Annotation[];
}
