import { useEffect, useState } from 'preact/hooks';
import { addedHosts, onHostsChange } from './sites.ts';

/** The hosts that the reader added, kept up to date; `null`: not known yet. */
export function useAddedHosts(): string[] | null {
  const [hosts, setHosts] = useState<string[] | null>(null);
  useEffect(() => {
    const look = () => void addedHosts().then(setHosts, () => setHosts([]));
    look();
    return onHostsChange(look);
  }, []);
  return hosts;
}
