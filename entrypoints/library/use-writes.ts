import { useEffect, useState } from 'preact/hooks';
import { askWorker } from './use-answer.ts';

/** The worker is asked again after this time when it could not answer, in milliseconds. */
const PATIENCE = 2_000;

/** A number that is another one whenever any context has written a note, a coding or a correction. */
export function useWrites(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    askWorker('written', turn).then(
      (now) => !isOver && setTurn(now),
      () => {
        retry = setTimeout(() => !isOver && setTurn((last) => last - 1), PATIENCE);
      },
    );
    return () => {
      isOver = true;
      clearTimeout(retry);
    };
  }, [turn]);
  return turn;
}
