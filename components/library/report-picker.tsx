import { useState } from 'preact/hooks';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { reportLabel } from './report-label.ts';

interface ReportPickerProps {
  words: Words;
  reports: ShelfEntry[];
  chosen: ReadonlySet<string>;
  onChange(ids: string[]): void;
}

/** Reports that are listed; of more, those that are looked for. */
const LISTED = 200;

/** Which reports are compared, by body and year. */
export function ReportPicker({ words, reports, chosen, onChange }: ReportPickerProps) {
  const { compare } = words;
  const [isOpen, setOpen] = useState(chosen.size === 0);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = isOpen
    ? reports.filter((report) => {
        const label = `${reportLabel(report, words)} ${report.facts.title ?? ''}`.toLowerCase();
        return wanted.every((word) => label.includes(word));
      })
    : [];
  return (
    <details class="picker" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {compare.choose} <small>{compare.chosen(chosen.size)}</small>
      </summary>
      {isOpen && (
        <>
          <div class="summary">
            <input
              type="search"
              class="filter"
              aria-label={compare.findReport}
              placeholder={compare.findReport}
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <button
              type="button"
              class="button"
              onClick={() => onChange([...new Set([...chosen, ...found.map(({ id }) => id)])])}
            >
              {compare.chooseAll(found.length)}
            </button>
            <button type="button" class="button" onClick={() => onChange([])}>
              {compare.chooseNone}
            </button>
          </div>
          <ul>
            {found.slice(0, LISTED).map((report) => (
              <li key={report.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(report.id)}
                    onChange={({ currentTarget }) =>
                      onChange(
                        currentTarget.checked
                          ? [...chosen, report.id]
                          : [...chosen].filter((id) => id !== report.id),
                      )
                    }
                  />
                  {reportLabel(report, words)}
                </label>
              </li>
            ))}
          </ul>
          {found.length > LISTED && <p class="more">{compare.moreReports(found.length - LISTED)}</p>}
        </>
      )}
    </details>
  );
}
