import type { Report, Snapshot } from '../model/snapshot.ts';
import type { Block, ReportText } from '../model/text.ts';
import type { ZhupiDatabase } from './database.ts';

/** Between the texts of two parts. */
const SEAM = '\n';

/** Ids of the states that make up a report as it is now, by part. */
function stateIds({ snapshotId, laterPartIds = [] }: Report): string[] {
  return [...new Set([snapshotId, ...laterPartIds])];
}

/** Changes whenever a report's text does. */
export function statesKey(report: Report): string {
  return report.laterPartIds === undefined ? report.snapshotId : stateIds(report).join(' ');
}

/** The texts of reports as they are now, all parts in one, by report; without those whose texts are missing. */
export async function wholeTexts(
  database: ZhupiDatabase,
  reports: readonly Report[],
): Promise<Map<string, ReportText>> {
  const ids = reports.map(stateIds);
  const states = await database.snapshots.bulkGet(ids.flat());
  const byId = new Map(states.flatMap((state) => (state ? [[state.id, state] as const] : [])));
  const wholes = new Map<string, ReportText>();
  reports.forEach(({ id }, index) => {
    const parts = (ids[index] ?? []).flatMap((part) => byId.get(part) ?? []);
    if (parts.length > 0) wholes.set(id, joined(parts));
  });
  return wholes;
}

/** The newest state of the first part, and those of later parts by their number; `null` when there is no state. */
export function newestStates(
  states: readonly Snapshot[],
): Pick<Report, 'snapshotId' | 'laterPartIds'> | null {
  const newest = new Map<number, Snapshot>();
  for (const state of states.toSorted((a, b) => a.retrievedAt.localeCompare(b.retrievedAt)))
    newest.set(state.part ?? 1, state);
  const [first, ...later] = [...newest].sort(([a], [b]) => a - b).map(([, { id }]) => id);
  if (first === undefined) return null;
  return { snapshotId: first, ...(later.length > 0 && { laterPartIds: later }) };
}

function joined(states: readonly Snapshot[]): ReportText {
  // a report whose first part was never read is named by one of its later parts, which may be older than it
  const byNumber = new Map(states.map((state) => [state.part ?? 1, state]));
  const parts = [...byNumber].sort(([a], [b]) => a - b).map(([, state]) => state);
  const [only] = parts;
  if (parts.length === 1 && only) return { text: only.text, blocks: only.blocks };
  let text = '';
  let tables = 0;
  const blocks: Block[] = [];
  for (const part of parts) {
    if (text !== '') text += SEAM;
    const moved = part.blocks.map((block) => shifted(block, text.length, tables));
    blocks.push(...moved);
    tables = moved.reduce((most, { cell }) => Math.max(most, (cell?.table ?? -1) + 1), tables);
    text += part.text;
  }
  return { text, blocks };
}

function shifted({ start, end, cell, breaks }: Block, by: number, tables: number): Block {
  const moved: Block = { start: start + by, end: end + by };
  if (cell) moved.cell = { ...cell, table: cell.table + tables };
  if (breaks) moved.breaks = breaks.map((gap) => ({ start: gap.start + by, end: gap.end + by }));
  return moved;
}
