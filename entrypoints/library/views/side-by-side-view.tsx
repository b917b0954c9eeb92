import { reportLabel } from '../../../components/library/report-label.ts';
import { SideBySide } from '../../../components/library/side-by-side.tsx';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

/** The first two of the chosen reports beside each other. */
export function SideBySideView({ words, reports }: ViewProps) {
  const [earlier, later] = reports;
  if (!earlier || !later) return <p class="empty">{words.compare.chooseTwo}</p>;
  return <Pair key={`${earlier.id} ${later.id}`} words={words} earlier={earlier} later={later} />;
}

type Report = ViewProps['reports'][number];

function Pair({ words, earlier, later }: Pick<ViewProps, 'words'> & { earlier: Report; later: Report }) {
  const live = useAnswer('sideBySide', [[earlier.id, later.id]], [earlier.id, later.id]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading') return <p class="empty">{words.compare.computing}</p>;
  const { texts, rows, common } = live.value;
  const labels: [string, string] = [reportLabel(earlier, words), reportLabel(later, words)];
  return <SideBySide words={words} labels={labels} texts={texts} parts={rows} common={common} />;
}
