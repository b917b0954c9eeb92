import { useState } from 'preact/hooks';
import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import { VERDICTS } from '../../lib/model/correction.ts';
import type { Words } from '../../lib/model/words.ts';
import { Icon } from '../icon.tsx';
import type { EntryFilter, VerdictFilter } from './entries.ts';

export interface EntryFiltersProps {
  words: Words;
  filter: EntryFilter;
  /** Which categories have a button; none when the list is of one category. */
  categories: readonly MarkCategory[];
  counts: Record<MarkCategory, number>;
  /** Codes and topics that occur, with what they are called. */
  codes: readonly Code[];
  topics: readonly { id: string; name: string }[];
  hasFindings: boolean;
  shown: number;
  total: number;
  onChange(filter: EntryFilter): void;
}

/** What of a list is shown, and in which order. */
export function EntryFilters(props: EntryFiltersProps) {
  const { words, filter, categories, counts, codes, topics, shown, total, onChange } = props;
  const { panel } = words;
  const all = categories.reduce((sum, category) => sum + counts[category], 0);
  const isNarrowed = shown !== total;
  // what narrows the list must be in sight
  const [isOpen, setOpen] = useState(
    filter.codeId !== null || filter.topic !== null || filter.verdict !== null || filter.sort !== 'place',
  );
  return (
    <div class="filters" role="group" aria-label={panel.filters}>
      {categories.length > 0 && (
        <div class="chips">
          {[null, ...categories].map((category) => (
            <button
              key={category}
              type="button"
              class="chip"
              data-category={category}
              aria-pressed={filter.category === category}
              onClick={() => onChange({ ...filter, category })}
            >
              {category === null ? panel.all : words.categories[category]}
              <span>{category === null ? all : counts[category]}</span>
            </button>
          ))}
        </div>
      )}
      <div class="search">
        <input
          type="search"
          aria-label={panel.search}
          placeholder={panel.search}
          value={filter.text}
          onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        />
        <button
          type="button"
          class="button quiet"
          aria-label={panel.filters}
          title={panel.filters}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
        </button>
      </div>
      {isOpen && (
        <div class="choices">
          <Choice
            label={panel.sort}
            value={filter.sort}
            options={[
              ['place', panel.byPlace],
              ['time', panel.byTime],
            ]}
            onChoose={(sort) => onChange({ ...filter, sort: sort === 'time' ? 'time' : 'place' })}
          />
          {codes.length > 0 && (
            <Choice
              label={panel.code}
              value={filter.codeId ?? ''}
              options={[['', panel.anyCode], ...codes.map(({ id, name }): [string, string] => [id, name])]}
              onChoose={(id) => onChange({ ...filter, codeId: id || null })}
            />
          )}
          {topics.length > 0 && (
            <Choice
              label={panel.topic}
              value={filter.topic ?? ''}
              options={[['', panel.anyTopic], ...topics.map(({ id, name }): [string, string] => [id, name])]}
              onChoose={(id) => onChange({ ...filter, topic: id || null })}
            />
          )}
          {props.hasFindings && (
            <Choice
              label={panel.judgement}
              value={filter.verdict ?? ''}
              options={[
                ['', panel.anyJudgement],
                ['none', panel.unjudged],
                ...VERDICTS.map((verdict): [string, string] => [verdict, panel.verdicts[verdict]]),
              ]}
              onChoose={(verdict) => onChange({ ...filter, verdict: (verdict || null) as VerdictFilter })}
            />
          )}
        </div>
      )}
      <p class={isNarrowed ? 'shown' : 'visually-hidden'} role="status">
        {isNarrowed && panel.shownOf(shown, total)}
      </p>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: [string, string][];
  onChoose(value: string): void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      title={label}
      class={value === '' || value === 'place' ? '' : 'narrowed'}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}
