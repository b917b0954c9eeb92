/** What came in or was found: as many need not have been dealt with. */
const MET = /排查|发现|收到|接收|受理|新收|反馈|交办/;
/** What was dealt with of it. */
const DONE = /办结|审结|结案|整改|整治|答复|销号|调处|化解/;

/** How far what is counted has come. */
export type Stage = 'met' | 'done';

/**
 * Whether a name counts what was met with or what was done about it (受理618件，办结590件): of one kind of thing both are
 * told. `null`: it says neither, or both (排查整改).
 */
export function stageOf(name: string): Stage | null {
  const [isMet, isDone] = [MET.test(name), DONE.test(name)];
  if (isMet === isDone) return null;
  return isMet ? 'met' : 'done';
}
