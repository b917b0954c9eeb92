import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBody, isCapture, isId, isPassage, isSpan } from '../../../lib/model/guards.ts';
import { newId } from '../../../lib/model/id.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

describe('what has the form passes', () => {
  test('a capture', () => expect(isCapture(captureOf('全年'))).toBe(true));
  test('a passage', () => expect(isPassage(passageAt('全年办理', 1, 3))).toBe(true));
  test('a body', () => expect(isBody({ memo: '', codeIds: ['a'] })).toBe(true));
  test('a span that begins at 0', () => expect(isSpan({ start: 0, end: 0 })).toBe(true));
});

const BROKEN: [string, boolean][] = [
  ['a capture without address', isCapture({ ...captureOf('全年'), address: '' })],
  ['a capture whose text is a number', isCapture({ ...captureOf('全年'), text: 1 })],
  ['a capture with a broken block', isCapture({ ...captureOf('全年'), blocks: [{ start: 2, end: 1 }] })],
  [
    'a capture whose block breaks nowhere',
    isCapture({ ...captureOf('全年'), blocks: [{ start: 0, end: 2, breaks: [1] } as never] }),
  ],
  ['a passage of no words', isPassage(passageAt('全年', 1, 1))],
  ['a body whose codes are numbers', isBody({ memo: '', codeIds: [1] })],
  ['a span with a fraction', isSpan({ start: 0.5, end: 1 })],
  ['an id with a path in it', isId('../../etc')],
];
test.each(BROKEN)('%s does not pass', (_, passed) => expect(passed).toBe(false));

test('no value makes a guard throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const guard of [isCapture, isPassage, isBody, isSpan, isId]) {
        expect(typeof guard(value)).toBe('boolean');
      }
    }),
  );
});

test('a new id is a version 4 UUID whatever the random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = newId((buffer) => {
        buffer.set(bytes);
        return buffer;
      });
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isId(id)).toBe(true);
    }),
  );
});
