/** Work that nobody waits for: it is done when all that was asked is answered. */
export class Afterwards {
  #open = 0;
  #work: (() => Promise<unknown>)[] = [];
  #done: Promise<unknown> = Promise.resolve();

  /** Answers something; whatever is added meanwhile waits for the answer to be given. */
  async during(answer: () => Promise<void>): Promise<void> {
    this.#open++;
    try {
      await answer();
    } finally {
      if (--this.#open === 0) this.#begin();
    }
  }

  /** That it fails is no fault. */
  add(work: () => Promise<unknown>): void {
    this.#work.push(work);
    if (this.#open === 0) this.#begin();
  }

  /** All that was begun is done. */
  async settled(): Promise<void> {
    await this.#done;
  }

  #begin(): void {
    for (const work of this.#work.splice(0)) this.#done = this.#done.then(work).catch(() => undefined);
  }
}
