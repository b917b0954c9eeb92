/** Work that nobody waits for: it is done when nothing has been asked for a while. */
export class Afterwards {
  readonly #quiet: number;
  #open = 0;
  #work: (() => Promise<unknown>)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #done: Promise<unknown> = Promise.resolve();

  /** `quiet`: for how long nothing was asked, in milliseconds. */
  constructor(quiet: number) {
    this.#quiet = quiet;
  }

  /** Answers something; whatever is added meanwhile waits until it is answered. */
  async during(answer: () => Promise<void>): Promise<void> {
    this.#open++;
    try {
      await answer();
    } finally {
      this.#open--;
      this.#wait();
    }
  }

  /** That it fails is no fault. */
  add(work: () => Promise<unknown>): void {
    this.#work.push(work);
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#work.length > 0) this.#timer = setTimeout(() => this.#begin(), this.#quiet);
  }

  #begin(): void {
    if (this.#open > 0) return;
    for (const work of this.#work.splice(0)) this.#done = this.#done.then(work).catch(() => undefined);
  }
}
