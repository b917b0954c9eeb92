import { FaultError } from '../model/outcome.ts';
import type { Report } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';
import { newestStates } from './whole-texts.ts';

/** The report at a canonical address: its own, or one that the reader said is the same report's. */
export async function reportAt(database: ZhupiDatabase, address: string): Promise<Report | undefined> {
  const { reports } = database;
  return (await reports.get({ address })) ?? (await reports.where('aliases').equals(address).first());
}

/**
 * Makes one report of two: the other's states, notes and addresses become the kept one's, and its own record goes. All
 * or nothing. Throws the fault `not-found` when one of them is gone, `invalid` when they are the same.
 */
export async function joinReports(database: ZhupiDatabase, keptId: string, otherId: string): Promise<void> {
  if (keptId === otherId) throw new FaultError('invalid');
  const { reports, snapshots, annotations, history } = database;
  await database.transaction('rw', reports, snapshots, annotations, history, async () => {
    const [kept, other] = await reports.bulkGet([keptId, otherId]);
    if (!kept || !other) throw new FaultError('not-found');
    const own = await snapshots.where({ reportId: keptId }).toArray();
    const theirs = await snapshots.where({ reportId: otherId }).toArray();
    // a state with the same text is the same state: what points into theirs points into ours
    const standIn = new Map(
      theirs.map((state) => [
        state.id,
        own.find(({ textHash }) => textHash === state.textHash)?.id ?? state.id,
      ]),
    );
    const moved = theirs.filter(({ id }) => standIn.get(id) === id);
    await snapshots.bulkDelete(theirs.filter(({ id }) => standIn.get(id) !== id).map(({ id }) => id));
    await snapshots.bulkPut(moved.map((state) => ({ ...state, reportId: keptId })));
    await annotations.where({ reportId: otherId }).modify((annotation) => {
      annotation.reportId = keptId;
      annotation.target.snapshotId =
        standIn.get(annotation.target.snapshotId) ?? annotation.target.snapshotId;
    });
    await reports.delete(otherId);
    await reports.put({
      ...kept,
      aliases: [...(kept.aliases ?? []), other.address, ...(other.aliases ?? [])],
      projectIds: [...new Set([...kept.projectIds, ...other.projectIds])],
      ...newestStates([...own, ...moved]),
    });
    // steps noted down for either name records that are no longer so
    for (const scope of [keptId, otherId]) {
      await history.where('[scope+isUndone]').between([scope, 0], [scope, 1], true, true).delete();
    }
  });
}
