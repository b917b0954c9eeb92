import type { BackupError, BackupFault } from '../model/export-words.ts';

/** Gathers what is wrong with a file; stops listing at some point, for one broken field may stand in every row. */
const LISTED = 20;

export class Refusals {
  readonly errors: BackupError[] = [];
  add(fault: BackupFault, file: string, line: number | null, detail: string): void {
    if (this.errors.length < LISTED) this.errors.push({ fault, file, line, detail: detail.slice(0, 200) });
  }
  get isFull(): boolean {
    return this.errors.length >= LISTED;
  }
}

/** A file that can't be read on: what is wrong with it. */
export class RefusedError extends Error {
  readonly refusal: BackupError;
  constructor(fault: BackupFault, file = '', line: number | null = null, detail = '') {
    super(`${fault} ${file} ${line ?? ''} ${detail}`.trim());
    this.refusal = { fault, file, line, detail };
  }
}
