import { type Fault, FaultError } from '../../lib/model/outcome.ts';
import { whole } from './parts.ts';
import type { Reply, Request, RequestName, Requests } from './worker-protocol.ts';

interface Waiting {
  parts: unknown[][];
  resolve(value: unknown): void;
  reject(error: FaultError): void;
}

/** The library's worker, started with the first request. */
export class WorkerClient {
  #worker: Worker | null = null;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** Throws a `FaultError` when the worker can't answer. */
  ask<Name extends RequestName>(
    name: Name,
    ...[argument]: Parameters<Requests[Name]>
  ): Promise<ReturnType<Requests[Name]>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { parts: [], resolve: resolve as (value: unknown) => void, reject });
      const request: Request = { id, name, argument };
      this.#started().postMessage(request);
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#settle(data));
    worker.addEventListener('error', () => {
      // it can't be used any more: the next request starts another
      worker.terminate();
      this.#worker = null;
      for (const id of [...this.#waiting.keys()]) this.#settle({ id, fault: 'unexpected' });
    });
    this.#worker = worker;
    return worker;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('part' in reply) {
      waiting.parts.push(reply.part);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('fault' in reply) waiting.reject(new FaultError(reply.fault satisfies Fault));
    else waiting.resolve(whole(waiting.parts, reply.value));
  }
}
