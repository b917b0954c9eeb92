/** Work in small steps; what is yielded says nothing. */
export type Steps<T> = Generator<void, T, void>;

/** How work in slices tells the time (milliseconds) and lets others run. */
export interface Slicing {
  now(): number;
  pause(): Promise<void>;
  /** Longest time to work without a pause, in milliseconds. */
  budget: number;
}

/** Nodes or lines in one step: well under a millisecond of work each. */
export const STRIDE = 256;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses. What the page changes meanwhile may be read half before, half after. */
export async function inSlices<T>(steps: Steps<T>, slicing: Slicing): Promise<T> {
  let began = slicing.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (slicing.now() - began < slicing.budget) continue;
    await slicing.pause();
    began = slicing.now();
  }
}
