import { useEffect, useMemo, useState } from 'preact/hooks';
import { ExportDialog, type ExportWish, type Preview } from '../../components/export/export-dialog.tsx';
import { inOrder, reportLabel } from '../../components/library/report-label.ts';
import '../../components/export/export.css';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';
import { useLive } from '../shared/use-live.ts';
import { offerFile } from './offer-file.ts';

/** Reports that a preview is made of. */
const PREVIEWED = 2;

interface ExportDeskProps {
  words: Words;
  database: ZhupiDatabase;
  shelf: readonly ShelfEntry[];
}

/** The button of the export dialogue. The address `library.html#export=ID` opens it with that report chosen. */
export function ExportDesk({ words, database, shelf }: ExportDeskProps) {
  const asked = /^#export=([\w-]+)$/.exec(location.hash)?.[1] ?? null;
  const [isOpen, setOpen] = useState(asked !== null);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {words.export.open}
      </button>
      {isOpen && (
        <Exporting
          words={words}
          database={database}
          shelf={shelf}
          asked={asked}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Exporting({
  words,
  database,
  shelf,
  asked,
  onClose,
}: ExportDeskProps & { asked: string | null; onClose(): void }) {
  const [wish, setWish] = useState<ExportWish>({
    format: 'xlsx',
    scope: asked === null ? 'project' : 'selection',
    chosen: asked === null ? [] : [asked],
  });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const live = useLive(database, async () => (await database.projects.orderBy('opened').last()) ?? null, []);
  const project = live.state === 'ready' ? live.value : null;
  const reports = useMemo(() => inOrder(shelf), [shelf]);
  const ids = useMemo(
    () =>
      reports
        .filter(({ id, projectIds }) => {
          if (wish.scope === 'selection') return wish.chosen.includes(id);
          return wish.scope === 'all' || project === null || projectIds.includes(project.id);
        })
        .map(({ id }) => id),
    [reports, wish, project],
  );
  const name = wish.scope === 'project' ? (project?.name ?? words.name) : words.name;

  useEffect(() => {
    const abort = new AbortController();
    setPreview(null);
    const show = async () => {
      const [{ gather }, { previewOf }] = await parts();
      const first = ids.slice(0, PREVIEWED);
      const gathered = await gather(database, first, name, words, () => undefined, abort.signal);
      if (abort.signal.aborted) return;
      setPreview(previewOf(wish.format, gathered, first.length === ids.length, words));
    };
    show().catch((error) => {
      if (!abort.signal.aborted) setSaid(words.faults[faultOf(error)]);
    });
    return () => abort.abort();
  }, [ids, wish.format, words]);

  const run = async () => {
    setProgress(0);
    setSaid('');
    try {
      const [{ gather }, { exportFile }] = await parts();
      const gathered = await gather(database, ids, name, words, setProgress);
      const file = await exportFile(wish.format, gathered, words);
      offerFile(file.name, file.type, file.content);
      setSaid(words.export.done(file.name));
    } catch (error) {
      setSaid(words.faults[faultOf(error)]);
    } finally {
      setProgress(null);
    }
  };

  return (
    <ExportDialog
      words={words}
      reports={reports.map((report) => ({ id: report.id, label: reportLabel(report, words) }))}
      wish={wish}
      count={ids.length}
      preview={preview}
      progress={progress}
      said={said}
      onWish={setWish}
      onExport={() => void run()}
      onClose={onClose}
    />
  );
}

/** Rules and formats, loaded when the dialogue first needs them. */
function parts() {
  return Promise.all([import('./export-bundle.ts'), import('./export-files.ts')]);
}
