import { useEffect, useState } from 'preact/hooks';
import { type Fault, FaultError } from '../../lib/model/outcome.ts';
import type { Live } from '../shared/use-live.ts';
import { WorkerClient } from './worker-client.ts';
import type { RequestName, Requests } from './worker-protocol.ts';

const client = new WorkerClient();

/**
 * What the worker answers, asked again whenever one of the dependencies changes; the last answer stays meanwhile.
 * `null` for the argument: it isn't time to ask yet.
 */
export function useAnswer<Name extends RequestName>(
  name: Name,
  argument: Parameters<Requests[Name]> | null,
  dependencies: readonly unknown[],
): Live<ReturnType<Requests[Name]>> {
  const [live, setLive] = useState<Live<ReturnType<Requests[Name]>>>({ state: 'loading' });
  useEffect(() => {
    if (argument === null) return;
    let isOver = false;
    client.ask(name, ...argument).then(
      (value) => !isOver && setLive({ state: 'ready', value }),
      (error) => !isOver && setLive({ state: 'failed', fault: faultIn(error) }),
    );
    return () => {
      isOver = true;
    };
  }, dependencies);
  return live;
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
