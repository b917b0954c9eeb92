import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { type Fault, FaultError } from '../../../lib/model/outcome.ts';
import { faultOf, outcomeOf } from '../../../lib/store/faults.ts';

const full = new DOMException('no space', 'QuotaExceededError');
const CASES: [string, unknown, Fault][] = [
  ['the browser says the disk is full', full, 'storage-full'],
  ['Dexie wraps that the disk is full', new Dexie.AbortError('aborted', full), 'storage-full'],
  ['opening is refused', new Dexie.OpenFailedError('refused'), 'storage-refused'],
  ['there is no IndexedDB at all', new Dexie.MissingAPIError('none'), 'storage-refused'],
  ['an older tab blocks', new DOMException('older', 'VersionError'), 'storage-blocked'],
  [
    'Dexie wraps that an older tab blocks',
    new Dexie.OpenFailedError('x', new DOMException('', 'VersionError')),
    'storage-blocked',
  ],
  ['a fault of ours', new FaultError('not-found'), 'not-found'],
  ['a mistake in the program', new TypeError('oops'), 'unexpected'],
  ['something that is no error', 'oops', 'unexpected'],
];

test.each(CASES)('%s', async (_, error, fault) => {
  expect(faultOf(error)).toBe(fault);
  expect(await outcomeOf(() => Promise.reject(error))).toEqual({ ok: false, fault });
});
