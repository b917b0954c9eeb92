import type { Reply } from './worker-protocol.ts';

/** So much of a long list is sent at once: taken in whole, it would hold up the page. */
const PART = 100;

interface Listed {
  found: unknown[];
}

const isListed = (value: unknown): value is Listed =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Listed>).found);

/** A reply as it is sent: where what was found is a long list, its parts come first. */
export function* inParts(reply: Reply): Generator<Reply> {
  if (!('value' in reply) || !isListed(reply.value)) {
    yield reply;
    return;
  }
  const { id, value } = reply;
  let from = 0;
  for (; value.found.length - from > PART; from += PART)
    yield { id, part: value.found.slice(from, from + PART) };
  yield { id, value: { ...value, found: value.found.slice(from) } };
}

/** What was found, whole again: its last part came with the value. */
export function whole(parts: readonly unknown[][], value: unknown): unknown {
  return parts.length > 0 && isListed(value) ? { ...value, found: [...parts.flat(), ...value.found] } : value;
}
