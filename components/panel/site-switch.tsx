import type { TargetedEvent } from 'preact';
import type { Words } from '../../lib/model/words.ts';

interface SiteSwitchProps {
  words: Words;
  host: string;
  isAdded: boolean;
  onAdd(): void;
  onRemove(): void;
}

/** Whether reports on a site that is no government's are marked by themselves. */
export function SiteSwitch({ words, host, isAdded, onAdd, onRemove }: SiteSwitchProps) {
  const onChange = (event: TargetedEvent<HTMLInputElement>) => {
    // it shows what is so, not what was asked for: the browser asks the reader, who may refuse
    event.currentTarget.checked = isAdded;
    if (isAdded) onRemove();
    else onAdd();
  };
  return (
    <label class="site">
      <input type="checkbox" checked={isAdded} onChange={onChange} />
      <span>{words.panel.alwaysOn(host)}</span>
    </label>
  );
}
