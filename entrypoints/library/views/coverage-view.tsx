import { useState } from 'preact/hooks';
import { CoverageGrid } from '../../../components/library/coverage-grid.tsx';
import { DUE, type DueDay } from '../../../lib/compare/coverage.ts';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

/** A day for a date field, which wants a year: any one will do. */
const written = ({ month, day }: DueDay) =>
  `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Bodies × years: what is collected, what is missing in it, whether it came in time. */
export function CoverageView({ words, reports }: ViewProps) {
  const [due, setDue] = useState(DUE);
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('coverage', [{ reportIds: ids, due }], [ids.join(), due]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  return (
    <>
      <p class="summary">
        <label>
          {words.compare.dueBefore}{' '}
          <input
            type="date"
            value={written(due)}
            onChange={({ currentTarget }) => {
              const [, month, day] = currentTarget.value.split('-').map(Number);
              if (month && day) setDue({ month, day });
            }}
          />
        </label>
      </p>
      {live.state === 'ready' && <CoverageGrid words={words} reports={reports} cells={live.value} />}
    </>
  );
}
