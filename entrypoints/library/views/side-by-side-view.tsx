import { useState } from 'preact/hooks';
import { reportLabel } from '../../../components/library/report-label.ts';
import { SideBySide } from '../../../components/library/side-by-side.tsx';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

type Report = ViewProps['reports'][number];

/** Two of the chosen reports beside each other; at first two years of one body, where there are such. */
export function SideBySideView({ words, reports }: ViewProps) {
  const second = reports.findIndex(({ facts }, index) => facts.issuer === reports[index - 1]?.facts.issuer);
  const at = Math.max(1, second);
  const [ids, setIds] = useState<[string?, string?]>([reports[at - 1]?.id, reports[at]?.id]);
  const [earlier, later] = ids.map((id) => reports.find((report) => report.id === id));
  const choice = (side: 0 | 1) => (
    <label key={side}>
      {side === 0 ? words.compare.earlier : words.compare.later}
      <select
        value={ids[side] ?? ''}
        onChange={({ currentTarget }) =>
          setIds(side === 0 ? [currentTarget.value, ids[1]] : [ids[0], currentTarget.value])
        }
      >
        {reports.map((report) => (
          <option key={report.id} value={report.id}>
            {reportLabel(report, words)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <p class="summary">
        {choice(0)}
        {choice(1)}
      </p>
      {earlier && later && earlier !== later ? (
        <Pair key={`${earlier.id} ${later.id}`} words={words} earlier={earlier} later={later} />
      ) : (
        <p class="empty">{words.compare.chooseTwo}</p>
      )}
    </>
  );
}

function Pair({ words, earlier, later }: Pick<ViewProps, 'words'> & { earlier: Report; later: Report }) {
  const live = useAnswer('sideBySide', [[earlier.id, later.id]], [earlier.id, later.id]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading') return <p class="empty">{words.compare.computing}</p>;
  const { texts, rows, common } = live.value;
  const labels: [string, string] = [reportLabel(earlier, words), reportLabel(later, words)];
  return <SideBySide words={words} labels={labels} texts={texts} parts={rows} common={common} />;
}
