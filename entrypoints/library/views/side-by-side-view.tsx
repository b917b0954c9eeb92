import { useMemo, useState } from 'preact/hooks';
import type { Counterpart } from '../../../components/library/compared-sentence.tsx';
import { reportLabel } from '../../../components/library/report-label.ts';
import { type ComparedPart, SideBySide } from '../../../components/library/side-by-side.tsx';
import type { Words } from '../../../lib/model/words.ts';
import type { Reworded, RewordedRow } from '../reworded.ts';
import { shownAlone } from '../shown-figures.ts';
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
  const rows = live.state === 'ready' ? live.value.found.rows : undefined;
  const parts = useMemo(() => rows && partsOf(rows, words), [rows, words]);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading' || !parts) return <p class="empty">{words.compare.computing}</p>;
  const { states, found } = live.value;
  const { texts, common } = found;
  return (
    <SideBySide
      words={words}
      labels={chosen.map((report) => reportLabel(report, words))}
      texts={texts}
      parts={parts}
      common={common}
      onOpen={(column, span) => onOpen(ids[column] ?? '', [span], states[ids[column] ?? ''])}
    />
  );
}

/** What was found as it is shown. */
function partsOf(rows: Reworded['rows'], words: Words): ComparedPart[] {
  return rows.map(({ sections, passages }) => ({
    sections,
    passages: passages.map((row) => ({
      spans: row.spans,
      fates: row.fates,
      marks: row.spans.map((_, column) => ({
        put: row.put[column] ?? [],
        taken: row.taken[column] ?? [],
        counterparts: counterpartsIn(row, column, words),
      })),
    })),
  }));
}

/** Of a figure that stands beside its counterpart and is no other there is nothing to be told. */
function counterpartsIn({ spans, counterparts }: RewordedRow, at: number, words: Words): Counterpart[] {
  return (counterparts[at] ?? []).flatMap(({ figure, column, other }) => {
    const was = shownAlone(other, words);
    const { start, end } = other.figure;
    const span = spans[column];
    const isBeside = span ? span.start <= start && start < span.end : false;
    if (isBeside && was === shownAlone(figure, words)) return [];
    return [{ figure: figure.figure, column, span: { start, end }, was }];
  });
}
