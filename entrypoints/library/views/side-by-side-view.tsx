import { useState } from 'preact/hooks';
import { reportLabel } from '../../../components/library/report-label.ts';
import { SideBySide } from '../../../components/library/side-by-side.tsx';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

type Report = ViewProps['reports'][number];

/** Two or three of the chosen reports beside each other; at first two years of one body, where there are such. */
export function SideBySideView(props: ViewProps) {
  const { words, reports } = props;
  const { compare } = words;
  const [ids, setIds] = useState<(string | undefined)[]>(() => firstTwo(reports));
  const chosen = ids.flatMap((id) => reports.find((report) => report.id === id) ?? []);
  const choice = (column: number, label: string) => (
    <label key={column}>
      {label}
      <select
        value={ids[column] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setIds((now) => [0, 1, 2].map((at) => (at === column ? value || undefined : now[at])))
        }
      >
        {column === 2 && <option value="">{compare.noThird}</option>}
        {reports.map((report) => (
          <option key={report.id} value={report.id}>
            {reportLabel(report, words)}
          </option>
        ))}
      </select>
    </label>
  );
  const isEnough = chosen.length > 1 && new Set(chosen).size === chosen.length;
  return (
    <>
      <p class="summary">
        {choice(0, compare.earlier)}
        {choice(1, compare.later)}
        {reports.length > 2 && choice(2, compare.latest)}
      </p>
      {isEnough ? (
        <Columns key={chosen.map(({ id }) => id).join()} {...props} chosen={chosen} />
      ) : (
        <p class="empty">{compare.chooseTwo}</p>
      )}
    </>
  );
}

function firstTwo(reports: readonly Report[]): (string | undefined)[] {
  const second = reports.findIndex(
    ({ facts }, index) => facts.issuer !== null && facts.issuer === reports[index - 1]?.facts.issuer,
  );
  const at = Math.max(1, second);
  return [reports[at - 1]?.id, reports[at]?.id];
}

function Columns({ words, chosen, writes, onOpen }: ViewProps & { chosen: readonly Report[] }) {
  const ids = chosen.map(({ id }) => id);
  const live = useAnswer('sideBySide', [ids], [writes, ids.join()]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading') return <p class="empty">{words.compare.computing}</p>;
  const { states, found } = live.value;
  const { texts, rows, counterparts, put, taken, common } = found;
  return (
    <SideBySide
      words={words}
      labels={chosen.map((report) => reportLabel(report, words))}
      texts={texts}
      parts={rows}
      marks={texts.map((_, column) => ({
        put: put[column] ?? [],
        taken: taken[column] ?? [],
        counterparts: counterparts[column] ?? [],
      }))}
      common={common}
      onOpen={(column, span) => onOpen(ids[column] ?? '', [span], states[ids[column] ?? ''])}
    />
  );
}
