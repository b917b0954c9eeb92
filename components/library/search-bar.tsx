import { useId, useMemo } from 'preact/hooks';
import type { Code } from '../../lib/model/codebook.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { NoteState } from '../../lib/model/reading-view.ts';
import { LEVELS, REPORT_KINDS } from '../../lib/model/report.ts';
import { type SearchFilters, SOUGHT_CATEGORIES } from '../../lib/model/search.ts';
import type { Words } from '../../lib/model/words.ts';

const NOTE_STATES: readonly NoteState[] = ['found', 'changed', 'ambiguous', 'lost'];

interface SearchBarProps {
  words: Words;
  shelf: ShelfEntry[];
  codes: Code[];
  topics: { id: string; name: string }[];
  typed: string;
  filters: SearchFilters;
  onType(typed: string): void;
  onFilter(filters: SearchFilters): void;
}

/** What is looked for, and where. */
export function SearchBar(props: SearchBarProps) {
  const { words, shelf, codes, topics, typed, filters, onType, onFilter } = props;
  const { search, panel } = words;
  const given = useMemo(() => offered(shelf), [shelf]);
  const set = <Name extends keyof SearchFilters>(name: Name, value: SearchFilters[Name]) => {
    const { [name]: _, ...others } = filters;
    onFilter(value === undefined ? others : { ...others, [name]: value });
  };
  const choice = <Name extends keyof SearchFilters>(
    name: Name,
    label: string,
    options: readonly { value: NonNullable<SearchFilters[Name]>; text: string }[],
  ) =>
    options.length > 0 && (
      <select
        aria-label={label}
        class={filters[name] === undefined ? '' : 'is-set'}
        value={String(filters[name] ?? '')}
        onChange={({ currentTarget }) =>
          set(name, options.find(({ value }) => String(value) === currentTarget.value)?.value)
        }
      >
        <option value="">{label}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={String(value)}>
            {text}
          </option>
        ))}
      </select>
    );
  const named = (name: 'issuer' | 'region', label: string, names: readonly string[]) => (
    <NameField
      label={label}
      names={names}
      value={filters[name] ?? ''}
      onType={(value) => set(name, value === '' ? undefined : value)}
    />
  );
  return (
    <search class="search-bar">
      <input
        type="search"
        aria-label={search.label}
        placeholder={search.placeholder}
        value={typed}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <fieldset class="search-filters" aria-label={search.filters}>
        {choice(
          'kind',
          panel.kind,
          given.kinds.map((kind) => ({ value: kind, text: kind })),
        )}
        {named('issuer', panel.issuer, given.issuers)}
        {choice(
          'level',
          panel.level,
          LEVELS.map((level) => ({ value: level, text: words.levels[level] })),
        )}
        {named('region', search.region, given.places)}
        {choice(
          'year',
          panel.year,
          given.years.map((year) => ({ value: year, text: panel.yearValue(year) })),
        )}
        {choice(
          'category',
          words.card.category,
          SOUGHT_CATEGORIES.map((category) => ({ value: category, text: search.categories[category] })),
        )}
        {choice(
          'topic',
          words.card.topic,
          topics.map(({ id, name }) => ({ value: id, text: name })),
        )}
        {choice(
          'codeId',
          search.code,
          codes.map(({ id, name }) => ({ value: id, text: name })),
        )}
        {choice(
          'noteState',
          search.noteState,
          NOTE_STATES.map((state) => ({ value: state, text: words.noteStates[state] })),
        )}
        <label class={filters.hasNote ? 'is-set' : ''}>
          <input
            type="checkbox"
            checked={filters.hasNote === true}
            onChange={({ currentTarget }) => set('hasNote', currentTarget.checked || undefined)}
          />
          {search.inNotes}
        </label>
        {Object.keys(filters).length > 0 && (
          <button type="button" class="button quiet" onClick={() => onFilter({})}>
            {search.clear}
          </button>
        )}
      </fieldset>
    </search>
  );
}

interface NameFieldProps {
  label: string;
  names: readonly string[];
  value: string;
  onType(value: string): void;
}

/** A name or a part of one; thousands of bodies are too many for a list to pick from. */
function NameField({ label, names, value, onType }: NameFieldProps) {
  const id = useId();
  const likely = useMemo(
    () => (value === '' ? names : names.filter((name) => name.includes(value))).slice(0, MOST_OFFERED),
    [names, value],
  );
  return (
    <>
      <input
        list={id}
        aria-label={label}
        placeholder={label}
        class={value === '' ? '' : 'is-set'}
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value.trim())}
      />
      <datalist id={id}>
        {likely.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

const MOST_OFFERED = 50;
const COLLATOR = new Intl.Collator('zh');

/** What there is to choose from. */
function offered(shelf: readonly ShelfEntry[]) {
  const kinds = new Set(shelf.map(({ facts }) => facts.kind));
  const places = shelf.flatMap(({ facts: { region } }) => [region.province, region.city, region.county]);
  const sorted = (names: Iterable<string | null>) =>
    [...new Set(names)].filter((name) => name !== null).sort(COLLATOR.compare);
  return {
    kinds: REPORT_KINDS.filter((kind) => kinds.has(kind)),
    issuers: sorted(shelf.map(({ facts }) => facts.issuer)),
    places: sorted(places),
    years: [...new Set(shelf.flatMap(({ facts }) => facts.year ?? []))].sort((a, b) => b - a),
  };
}
