import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { reportLabel } from './report-label.ts';

interface ReportPickerProps {
  words: Words;
  reports: ShelfEntry[];
  chosen: string[];
  onChange(ids: string[]): void;
}

/** Which reports are compared, by body and year. */
export function ReportPicker({ words, reports, chosen, onChange }: ReportPickerProps) {
  return (
    <details class="picker" open={chosen.length === 0}>
      <summary>
        {words.compare.choose} <small>{words.compare.chosen(chosen.length)}</small>
      </summary>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(report.id)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked ? [...chosen, report.id] : chosen.filter((id) => id !== report.id),
                  )
                }
              />
              {reportLabel(report, words)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
