import { useState } from 'preact/hooks';
import { CoverageGrid } from '../../../components/library/coverage-grid.tsx';
import { DUE } from '../../../lib/compare/coverage.ts';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Bodies × years: what is collected, what is missing in it, whether it came in time. */
export function CoverageView({ words, reports, writes, onOpen }: ViewProps) {
  const [due, setDue] = useState(DUE);
  const date = new Intl.DateTimeFormat(words.htmlLang, { month: 'long', day: 'numeric' });
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('coverage', [{ reportIds: ids, due }], [writes, ids.join(), due]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  return (
    <>
      <p class="summary">
        <label>
          {words.compare.dueBefore}
          <select
            value={String(due.month)}
            onChange={({ currentTarget }) => setDue({ month: Number(currentTarget.value), day: 1 })}
          >
            {MONTHS.map((month) => (
              <option key={month} value={String(month)}>
                {date.format(new Date(2024, month - 1, 1))}
              </option>
            ))}
          </select>
        </label>
      </p>
      {live.state === 'ready' && (
        <CoverageGrid
          words={words}
          reports={reports}
          cells={live.value.found}
          onOpen={({ reportId, opening }) => onOpen(reportId, [opening], live.value.states[reportId])}
        />
      )}
    </>
  );
}
