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
  return (
    <label class="site">
      <input type="checkbox" checked={isAdded} onChange={isAdded ? onRemove : onAdd} />
      <span>{words.panel.alwaysOn(host)}</span>
    </label>
  );
}
