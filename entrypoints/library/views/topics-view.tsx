import { useState } from 'preact/hooks';
import { Tabs } from '../../../components/tabs.tsx';
import type { MatrixCell } from '../../../lib/compare/matrix.ts';
import topics from '../../../seeds/topics.json';
import type { OfStates } from '../of-states.ts';
import { useAnswer } from '../use-answer.ts';
import { Matrix } from './matrix-view.tsx';
import type { ViewProps } from './view.ts';

type Category = 'measure' | 'shortcoming' | 'plan';

const NOTHING: OfStates<MatrixCell[]> = { states: {}, found: [] };

/** Reports × topics: how many measures, shortcomings or plans, and the share of measures that carry a number. */
export function TopicsView({ words, reports, writes, onOpen }: ViewProps) {
  const [category, setCategory] = useState<Category>('measure');
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('topics', [{ reportIds: ids, category }], [writes, ids.join(), category]);
  const { found: cells, states } = live.state === 'ready' ? live.value : NOTHING;
  const { measure, shortcoming } = words.categories;
  return (
    <Tabs<Category>
      label={words.compare.topics}
      chosen={category}
      onChoose={setCategory}
      tabs={[
        { name: 'measure', title: measure },
        { name: 'shortcoming', title: shortcoming },
        { name: 'plan', title: words.roles.plans },
      ]}
    >
      {live.state === 'failed' && <p class="notice">{words.faults[live.fault]}</p>}
      {live.state === 'ready' && cells.length === 0 && <p class="empty">{words.compare.nothing}</p>}
      {cells.length > 0 && (
        <Matrix
          name={`topics-${category}`}
          isCurrent={live.isCurrent}
          words={words}
          label={words.compare.topics}
          reports={reports}
          columns={topics.map((topic) => ({ id: topic.id, name: topic[words.language] }))}
          counts={cells.map(({ reportId, columnId, passages, withNumber }) => ({
            reportId,
            columnId,
            count: passages.length,
            ...(category === 'measure' ? { withNumber: (withNumber ?? 0) / passages.length } : {}),
          }))}
          onOpen={({ reportId, columnId }) => {
            const cell = cells.find((each) => each.reportId === reportId && each.columnId === columnId);
            if (cell) onOpen(reportId, cell.passages, states[reportId]);
          }}
        />
      )}
    </Tabs>
  );
}
