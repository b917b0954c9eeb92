import { useState } from 'preact/hooks';
import { Choice } from '../../../components/library/choice.tsx';
import { codeTree, flatBranches } from '../../../lib/model/code-tree.ts';
import { listCodes } from '../../../lib/store/codes.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { useLive } from '../../shared/use-live.ts';
import { useAnswer } from '../use-answer.ts';
import { Matrix } from './matrix-view.tsx';
import type { ViewProps } from './view.ts';

const database = createDatabase();

/** The reader's own codings by report and code: how many, or only whether there are any. */
export function CodingsView({ words, reports, writes, onOpenCodings }: ViewProps) {
  const [isBinary, setIsBinary] = useState(false);
  const ids = reports.map(({ id }) => id);
  const live = useAnswer('codes', [ids], [writes, ids.join()]);
  const codes = useLive(database, () => listCodes(database), []);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading' || codes.state !== 'ready') return null;
  const cells = live.value;
  const used = new Set(cells.map(({ columnId }) => columnId));
  const columns = flatBranches(codeTree(codes.value))
    .filter(({ code }) => used.has(code.id))
    .map(({ code }) => ({ id: code.id, name: code.name }));
  if (columns.length === 0) return <p class="empty">{words.compare.noCodings}</p>;
  return (
    <Matrix
      name="codings"
      isCurrent={live.isCurrent}
      words={words}
      label={words.compare.codings}
      reports={reports}
      columns={columns}
      counts={cells.map(({ reportId, columnId, passages }) => ({
        reportId,
        columnId,
        count: isBinary ? 1 : passages.length,
      }))}
      none={isBinary ? '0' : '·'}
      onOpen={({ reportId, columnId }) => onOpenCodings(reportId, columnId)}
    >
      <Choice label={words.compare.binary} isOn={isBinary} onSwitch={setIsBinary} />
    </Matrix>
  );
}
