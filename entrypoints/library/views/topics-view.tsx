import { useState } from 'preact/hooks';
import { MatrixTable } from '../../../components/library/matrix-table.tsx';
import { Tabs } from '../../../components/tabs.tsx';
import topics from '../../../seeds/topics.json';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

type Category = 'measure' | 'shortcoming' | 'plan';

/** Reports × topics: how many measures, shortcomings or plans, and the share of measures that carry a number. */
export function TopicsView({ words, reports, writes, onOpen }: ViewProps) {
  const [category, setCategory] = useState<Category>('measure');
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('topics', [{ reportIds: ids, category }], [writes, ids.join(), category]);
  const cells = live.state === 'ready' ? live.value : [];
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
        <MatrixTable
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
            if (cell) onOpen(reportId, cell.passages);
          }}
        />
      )}
    </Tabs>
  );
}
