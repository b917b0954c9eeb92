import Dexie from 'dexie';
import type { ZhupiDatabase } from '../../lib/store/database.ts';

/** Writes that follow each other this closely count as one, in milliseconds. */
const REST = 100;

/** Counts what any context writes to the annotations, so that what was made of them is known to be old. */
export class Writes {
  turn = 0;
  #waiting: (() => void)[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(database: ZhupiDatabase) {
    const part = `idb://${database.name}/${database.annotations.name}/`;
    Dexie.on('storagemutated', (parts) => {
      if (!Object.keys(parts).some((key) => key === 'all' || key.startsWith(part))) return;
      this.turn++;
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        for (const resolve of this.#waiting.splice(0)) resolve();
      }, REST);
    });
  }

  /** Answers with the turn it is as soon as that is another than the one given. */
  async after(turn: number): Promise<number> {
    if (turn === this.turn) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.turn;
  }
}
