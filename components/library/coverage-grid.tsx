import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Role } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';
import { webAddress } from '../web-address.ts';
import { ScrollBox } from './scroll-box.tsx';

export interface Covered {
  reportId: string;
  place: string;
  year: number;
  missing: Role[];
  isLate: boolean | null;
}

interface CoverageGridProps {
  words: Words;
  reports: ShelfEntry[];
  cells: Covered[];
}

/** Bodies × years: what is collected, which prescribed part is missing, published late or in time. */
export function CoverageGrid({ words, reports, cells }: CoverageGridProps) {
  const { compare, roles } = words;
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  const places = [...new Set(cells.map(({ place }) => place))].sort((a, b) => a.localeCompare(b, 'zh'));
  const addressOf = new Map(reports.map(({ id, address }) => [id, address]));
  return (
    <ScrollBox label={compare.coverage}>
      <table class="coverage">
        <thead>
          <tr>
            <th scope="col">{compare.place}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {words.panel.yearValue(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place}>
              <th scope="row">{place || words.panel.unknown}</th>
              {years.map((year) => (
                <td key={year}>
                  {cells
                    .filter((cell) => cell.place === place && cell.year === year)
                    .map(({ reportId, missing, isLate }) => (
                      <a
                        key={reportId}
                        href={webAddress(addressOf.get(reportId))}
                        target="_blank"
                        rel="noreferrer"
                      >
                        <span data-complete={missing.length === 0}>
                          {missing.length === 0
                            ? `✓ ${compare.complete}`
                            : `✗ ${compare.missing(missing.map((role) => roles[role]).join('、'))}`}
                        </span>
                        {isLate !== null && (
                          <small data-late={isLate}>{isLate ? compare.late : compare.onTime}</small>
                        )}
                      </a>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
