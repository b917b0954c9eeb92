import type { RowOrder } from '../../lib/model/comparison.ts';
import type { Words } from '../../lib/model/words.ts';
import { Choice } from './choice.tsx';

export interface Shown {
  onlyShared: boolean;
  hidden: boolean;
  filter: string;
  order: RowOrder;
}

interface IndicatorToolsProps {
  words: Words;
  shown: Shown;
  onChange(change: Partial<Shown>): void;
  /** Whether there are several reports: one shares nothing with any other. */
  isComparing: boolean;
  hiddenCount: number;
  rowCount: number;
  /** What was done last. */
  said: string;
  onCopy(): void;
  onExport(): void;
  onExportSynonyms(): void;
}

/** What of the indicator table is shown, in what order, and where it is taken. */
export function IndicatorTools(props: IndicatorToolsProps) {
  const { words, shown, onChange, isComparing, hiddenCount, rowCount, said } = props;
  const { compare } = words;
  const orders = (['place', 'label', 'count', 'change'] as const).filter(
    (by) => isComparing || by !== 'change',
  );
  return (
    <div class="summary">
      <input
        type="search"
        class="filter"
        aria-label={compare.filter}
        placeholder={compare.filter}
        value={shown.filter}
        onInput={({ currentTarget }) => onChange({ filter: currentTarget.value })}
      />
      <label>
        {compare.sort}
        <select
          value={shown.order.by}
          onChange={({ currentTarget }) => {
            const by = orders.find((each) => each === currentTarget.value);
            if (by) onChange({ order: { by } });
          }}
        >
          {orders.map((by) => (
            <option key={by} value={by}>
              {compare.orders[by]}
            </option>
          ))}
          {shown.order.by === 'report' && <option value="report">{compare.orders.report}</option>}
        </select>
      </label>
      {isComparing && (
        <Choice
          label={compare.onlyShared}
          isOn={shown.onlyShared}
          onSwitch={(onlyShared) => onChange({ onlyShared })}
        />
      )}
      {hiddenCount > 0 && (
        <Choice
          label={compare.showHidden(hiddenCount)}
          isOn={shown.hidden}
          onSwitch={(hidden) => onChange({ hidden })}
        />
      )}
      <span class="actions">
        <small role="status">{said || compare.rowCount(rowCount)}</small>
        <button type="button" class="button" onClick={props.onCopy}>
          {compare.copyTable}
        </button>
        <button type="button" class="button" onClick={props.onExport}>
          {compare.exportTable}
        </button>
        <button type="button" class="button" onClick={props.onExportSynonyms}>
          {compare.exportSynonyms}
        </button>
      </span>
    </div>
  );
}
