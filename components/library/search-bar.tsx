import type { ShelfEntry } from '../../lib/model/library.ts';
import { REPORT_KINDS } from '../../lib/model/report.ts';
import type { SearchFilters } from '../../lib/model/search.ts';
import type { Words } from '../../lib/model/words.ts';

interface SearchBarProps {
  words: Words;
  shelf: ShelfEntry[];
  typed: string;
  filters: SearchFilters;
  onType(typed: string): void;
  onFilter(filters: SearchFilters): void;
}

/** What is looked for, and where. */
export function SearchBar({ words, shelf, typed, filters, onType, onFilter }: SearchBarProps) {
  const { search, panel } = words;
  const issuers = [...new Set(shelf.flatMap(({ facts }) => facts.issuer ?? []))].sort((a, b) =>
    a.localeCompare(b, 'zh'),
  );
  const years = [...new Set(shelf.flatMap(({ facts }) => facts.year ?? []))].sort((a, b) => b - a);
  const kinds = REPORT_KINDS.filter((kind) => shelf.some(({ facts }) => facts.kind === kind));
  const choice = <Name extends 'kind' | 'issuer' | 'year'>(
    name: Name,
    label: string,
    options: { value: NonNullable<SearchFilters[Name]>; text: string }[],
  ) => (
    <select
      aria-label={label}
      value={String(filters[name] ?? '')}
      onChange={({ currentTarget }) => {
        const chosen = options.find(({ value }) => String(value) === currentTarget.value);
        const { [name]: _, ...others } = filters;
        onFilter(chosen ? { ...others, [name]: chosen.value } : others);
      }}
    >
      <option value="">{label}</option>
      {options.map(({ value, text }) => (
        <option key={text} value={String(value)}>
          {text}
        </option>
      ))}
    </select>
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
      {choice(
        'kind',
        panel.kind,
        kinds.map((kind) => ({ value: kind, text: kind })),
      )}
      {choice(
        'issuer',
        panel.issuer,
        issuers.map((issuer) => ({ value: issuer, text: issuer })),
      )}
      {choice(
        'year',
        panel.year,
        years.map((year) => ({ value: year, text: panel.yearValue(year) })),
      )}
      <label>
        <input
          type="checkbox"
          checked={filters.hasNote === true}
          onChange={({ currentTarget }) => {
            const { hasNote: _, ...others } = filters;
            onFilter(currentTarget.checked ? { ...others, hasNote: true } : others);
          }}
        />
        {search.inNotes}
      </label>
    </search>
  );
}
