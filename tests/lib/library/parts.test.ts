import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inParts, whole } from '../../../entrypoints/library/parts.ts';
import type { Reply } from '../../../entrypoints/library/worker-protocol.ts';

/** What the page has when all of them have come. */
function received(replies: readonly Reply[]): unknown {
  const parts = replies.flatMap((reply) => ('part' in reply ? [reply.part] : []));
  const last = replies.at(-1);
  return last && 'value' in last ? whole(parts, last.value) : last;
}

test('a long list comes in parts of a hundred at most, and is whole again', () => {
  fc.assert(
    fc.property(fc.nat(350), (size) => {
      const value = { states: { a: 'b' }, found: Array.from({ length: size }, (_, at) => ({ at })) };
      const replies = [...inParts({ id: 7, value })];
      expect(replies.length).toBe(Math.max(1, Math.ceil(size / 100)));
      expect(replies.every(({ id }) => id === 7)).toBe(true);
      expect(received(replies)).toEqual(value);
    }),
  );
});

test.each<[string, Reply]>([
  ['a fault', { id: 1, fault: 'not-found' }],
  ['nothing', { id: 1, value: null }],
  ['a list of another kind', { id: 1, value: Array.from({ length: 500 }, (_, at) => at) }],
  ['what is found, but no list', { id: 1, value: { found: { rows: 3 } } }],
])('%s is sent as it is', (_, reply) => {
  expect([...inParts(reply)]).toEqual([reply]);
  if ('value' in reply) expect(received([reply])).toEqual(reply.value);
});
