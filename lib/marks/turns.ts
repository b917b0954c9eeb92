/** Milliseconds of script in one turn: with the layout it leaves to the browser a frame stays short. */
const TURN = 24;
/** So many turns are taken as soon as the page has had its own; then only those in which it is idle. */
const EAGER = 6;

/** Calls `work` with the milliseconds that it may take, turn by turn, until it answers `false`. */
export function inTurns(window: Window & typeof globalThis, work: (time: number) => boolean): void {
  let taken = 0;
  const turn = (time: number): void => {
    taken++;
    if (work(time)) wait();
  };
  const wait = (): void => {
    if (taken < EAGER || typeof window.requestIdleCallback !== 'function') {
      window.setTimeout(turn, 0, TURN);
      return;
    }
    const onIdle = (deadline: IdleDeadline) =>
      turn(Math.max(TURN / 2, Math.min(deadline.timeRemaining(), TURN)));
    window.requestIdleCallback(onIdle, { timeout: 200 });
  };
  wait();
}
