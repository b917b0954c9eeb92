import type { Analysis } from '../../lib/model/mention.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { analysisOf } from './analyser.ts';

/** Texts that are analysed in one go: few enough that nobody waits long for the last. */
const PIECE = 12;
/** Pieces that a helper has before it, so that it never waits for the next. */
const AHEAD = 2;
/** More helpers would be loaded for longer than they help. */
const MOST_HELPERS = 3;
/** Helpers that had nothing to do for so long are dismissed, in milliseconds. */
const REST = 60_000;

interface Piece {
  texts: readonly ReportText[];
  done(analyses: Analysis[]): void;
}

interface Helper {
  worker: Worker;
  /** What it was given and has not answered yet, the oldest first. */
  given: Piece[];
}

/** Analyses texts, many of them on all processors: this worker does its part, helpers of it the rest. */
export class ReaderPool {
  #helpers: Helper[] = [];
  readonly #waiting: Piece[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** Loads the helpers before they are needed. */
  warm(): void {
    // where there are no workers within workers, all is done here
    if (this.#helpers.length > 0 || typeof Worker === 'undefined') return;
    const count = Math.min(MOST_HELPERS, navigator.hardwareConcurrency - 1);
    for (let at = 0; at < count; at++) this.#helpers.push(this.#helper());
    this.#restLater();
  }

  /** The analyses of the texts, in their order. */
  async analyse(texts: readonly ReportText[]): Promise<Analysis[]> {
    clearTimeout(this.#rest);
    const pieces: Promise<Analysis[]>[] = [];
    for (let from = 0; from < texts.length; from += PIECE) {
      pieces.push(
        new Promise((done) => this.#waiting.push({ texts: texts.slice(from, from + PIECE), done })),
      );
    }
    for (const helper of this.#helpers) this.#feed(helper);
    for (let piece = this.#waiting.shift(); piece; piece = this.#waiting.shift()) {
      piece.done(piece.texts.map(analysisOf));
      // the helpers' answers come in between
      await breath();
    }
    const analyses = await Promise.all(pieces);
    this.#restLater();
    return analyses.flat();
  }

  #feed(helper: Helper): void {
    while (helper.given.length < AHEAD) {
      const piece = this.#waiting.shift();
      if (!piece) return;
      helper.given.push(piece);
      helper.worker.postMessage(piece.texts);
    }
  }

  #helper(): Helper {
    const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
    const helper: Helper = { worker, given: [] };
    worker.addEventListener('message', ({ data }: MessageEvent<Analysis[]>) => {
      helper.given.shift()?.done(data);
      this.#feed(helper);
    });
    worker.addEventListener('error', () => {
      // what it did not do is done here
      this.#helpers = this.#helpers.filter((each) => each !== helper);
      for (const { texts, done } of helper.given.splice(0)) done(texts.map(analysisOf));
    });
    return helper;
  }

  #restLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      for (const { worker } of this.#helpers.splice(0)) worker.terminate();
    }, REST);
  }
}

/** Lets what has arrived be heard; a timer would wait for some milliseconds each time. */
function breath(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
