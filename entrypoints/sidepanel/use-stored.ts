import { notesAt } from '../../lib/store/annotations.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { draftsAt } from '../../lib/store/drafts.ts';
import { nextSteps } from '../../lib/store/history.ts';
import { reportAt } from '../../lib/store/joining.ts';
import { useLive } from '../shared/use-live.ts';

const NO_STEPS = { undo: null, redo: null };

/** What the database holds of the report at an address. One query each: a stroke in a draft reads no notes anew. */
export function useStored(database: ZhupiDatabase, address: string) {
  const notes = useLive(database, () => notesAt(database, address), [address]);
  const drafts = useLive(database, () => draftsAt(database, address), [address]);
  const codes = useLive(database, () => database.codes.toArray(), []);
  const known = useLive(database, async () => {
    const report = await reportAt(database, address);
    return (
      report && {
        id: report.id,
        edited: report.editedFacts ?? {},
        steps: await nextSteps(database, report.id),
      }
    );
  }, [address]);
  const failed = [notes, drafts, codes, known].find(({ state }) => state === 'failed');
  return {
    annotations: notes.state === 'ready' ? notes.value.annotations : [],
    corrections: notes.state === 'ready' ? notes.value.corrections : [],
    snapshots: notes.state === 'ready' ? notes.value.snapshots : [],
    drafts: drafts.state === 'ready' ? drafts.value : [],
    codes: codes.state === 'ready' ? codes.value : [],
    /** `null`: the report isn't stored, or it isn't known yet. */
    reportId: known.state === 'ready' ? (known.value?.id ?? null) : null,
    /** Whether it is known that the report isn't stored. */
    isUnstored: known.state === 'ready' && known.value === undefined,
    edited: (known.state === 'ready' && known.value?.edited) || {},
    steps: (known.state === 'ready' && known.value?.steps) || NO_STEPS,
    fault: failed?.state === 'failed' ? failed.fault : null,
  };
}
