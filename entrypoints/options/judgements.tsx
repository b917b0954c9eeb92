import { JudgementTable } from '../../components/options/judgement-table.tsx';
import type { Words } from '../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { judgementsByRule } from '../../lib/store/judgements.ts';
import { useLive } from '../shared/use-live.ts';

/** What the reader said of each rule's findings. */
export function Judgements({ words, database }: { words: Words; database: ZhupiDatabase }) {
  const live = useLive(database, () => judgementsByRule(database), []);
  if (live.state === 'failed') return <p class="notice">{words.faults[live.fault]}</p>;
  if (live.state === 'loading') return null;
  return <JudgementTable words={words} rows={live.value} />;
}
