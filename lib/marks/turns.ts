/** So many turns are taken as soon as the page has had its own; then only those in which it is idle. */
const EAGER = 2;
/** Milliseconds of script in an eager turn, and at most in an idle one: with the layout it leaves, a frame stays short. */
const EAGER_TURN = 30;
const IDLE_TURN = 16;

/** Calls `work` with the milliseconds that it may take, turn by turn, until it answers `false`. */
export function inTurns(window: Window & typeof globalThis, work: (time: number) => boolean): void {
  let taken = 0;
  const turn = (time: number): void => {
    taken++;
    if (work(time)) wait();
  };
  const onIdle = (deadline: IdleDeadline): void =>
    turn(Math.max(IDLE_TURN / 2, Math.min(deadline.timeRemaining(), IDLE_TURN)));
  const wait = (): void => {
    if (taken < EAGER || typeof window.requestIdleCallback !== 'function')
      window.setTimeout(turn, 0, EAGER_TURN);
    else window.requestIdleCallback(onIdle, { timeout: 200 });
  };
  wait();
}
