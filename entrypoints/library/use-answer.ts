import { useEffect, useState } from 'preact/hooks';
import { type Fault, FaultError } from '../../lib/model/outcome.ts';
import type { Live } from '../shared/use-live.ts';
import { WorkerClient } from './worker-client.ts';
import type { RequestName, Requests } from './worker-protocol.ts';

const client = new WorkerClient();

interface Last<T> {
  live: Live<T>;
  /** The dependencies that it was asked with. */
  of: readonly unknown[] | null;
}

/** What was answered last, and whether it answers what is asked now. */
export type Answer<T> = Live<T> & { isCurrent: boolean };

/**
 * What the worker answers, asked again whenever one of the dependencies changes; the last answer stays meanwhile.
 * `null` for the argument: it isn't time to ask yet.
 */
export function useAnswer<Name extends RequestName>(
  name: Name,
  argument: Parameters<Requests[Name]> | null,
  dependencies: readonly unknown[],
): Answer<ReturnType<Requests[Name]>> {
  const [last, setLast] = useState<Last<ReturnType<Requests[Name]>>>({
    live: { state: 'loading' },
    of: null,
  });
  useEffect(() => {
    if (argument === null) return;
    let isOver = false;
    client.ask(name, ...argument).then(
      (value) => !isOver && setLast({ live: { state: 'ready', value }, of: dependencies }),
      (error) => !isOver && setLast({ live: { state: 'failed', fault: faultIn(error) }, of: dependencies }),
    );
    return () => {
      isOver = true;
    };
  }, dependencies);
  const isCurrent = last.of !== null && dependencies.every((each, at) => each === last.of?.[at]);
  return { ...last.live, isCurrent };
}

export function askWorker<Name extends RequestName>(
  name: Name,
  ...argument: Parameters<Requests[Name]>
): Promise<ReturnType<Requests[Name]>> {
  return client.ask(name, ...argument);
}

function faultIn(error: unknown): Fault {
  return error instanceof FaultError ? error.fault : 'unexpected';
}
