import { MatrixTable } from '../../../components/library/matrix-table.tsx';
import { codeTree, flatBranches } from '../../../lib/model/code-tree.ts';
import { listCodes } from '../../../lib/store/codes.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { useLive } from '../../shared/use-live.ts';
import { useAnswer } from '../use-answer.ts';
import type { ViewProps } from './view.ts';

const database = createDatabase();

/** The reader's own codings by report and code. */
export function CodingsView({ words, reports, writes, onOpenCodings }: ViewProps) {
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
    <MatrixTable
      words={words}
      label={words.compare.codings}
      reports={reports}
      columns={columns}
      counts={cells.map(({ reportId, columnId, passages }) => ({
        reportId,
        columnId,
        count: passages.length,
      }))}
      onOpen={({ reportId, columnId }) => onOpenCodings(reportId, columnId)}
    />
  );
}
