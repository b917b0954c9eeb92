import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';
import { type Row, VirtualList, type Wanted } from '../virtual-list.tsx';
import { countByCategory, type Entry, type EntryFilter, filtered, overlaps } from './entries.ts';
import { EntryFilters } from './entry-filters.tsx';
import { DismissedRow, FindingRow } from './finding-row.tsx';
import { type NoteActions, NoteRow } from './note-row.tsx';

export interface EntryListProps extends NoteActions {
  words: Words;
  label: string;
  /** All that can be listed, in the order of the text. */
  entries: readonly Entry[];
  /** Categories that have a button in the filters; none: the list is of one category. */
  categories: readonly MarkCategory[];
  filter: EntryFilter;
  codes: readonly Code[];
  /** Names of topics by id. */
  topics: Record<string, string>;
  /** Notes on other parts of the report: the part, and its address. By annotation id. */
  elsewhere: Record<string, { part: number; url: string }>;
  /** What was last chosen on the page; a new object at each click. */
  chosen: { id: string } | null;
  /** The stretch of the text that stands in the page's window. */
  inView: Span | null;
  /** Said where there is nothing to list at all. */
  empty: string;
  onFilter(filter: EntryFilter): void;
  onBringBack(id: string): void;
}

/** Findings and notes in one list, narrowed as the reader likes; it goes along with the page. */
export function EntryList(props: EntryListProps) {
  const { words, label, entries, categories, filter, codes, topics, chosen, inView } = props;
  const shown = useMemo(() => filtered(entries, filter, codes), [entries, filter, codes]);
  const counts = useMemo(() => countByCategory(entries), [entries]);
  const total = useMemo(() => entries.filter(({ verdict }) => verdict !== 'dismissed').length, [entries]);
  const occurring = useMemo(() => occurringIn(entries), [entries]);
  const [wanted, setWanted] = useState<Wanted | null>(null);

  useEffect(() => {
    const index = chosen ? shown.findIndex(({ id }) => id === chosen.id) : -1;
    if (index >= 0) setWanted({ first: index, last: index, align: 'center' });
  }, [chosen]);
  const [followed, setFollowed] = useState(inView);
  useEffect(() => {
    if (inView === followed) return;
    setFollowed(inView);
    // while the reader is at the list, it stays where it is; and it begins where it stands
    if (followed === null || filter.sort === 'time' || document.documentElement.matches(':hover')) return;
    const isSeen = ({ span }: Entry) => overlaps(span, inView);
    const first = shown.findIndex(isSeen);
    if (first >= 0) setWanted({ first, last: shown.findLastIndex(isSeen), align: 'start' });
  }, [inView]);

  if (entries.length === 0) return <p class="empty">{props.empty}</p>;
  return (
    <>
      <EntryFilters
        words={words}
        filter={filter}
        categories={categories}
        counts={counts}
        codes={codes.filter(({ id }) => occurring.codes.has(id))}
        topics={Object.entries(topics)
          .filter(([id]) => occurring.topics.has(id))
          .map(([id, name]) => ({ id, name }))}
        hasFindings={occurring.hasFindings}
        shown={shown.length}
        total={total}
        onChange={props.onFilter}
      />
      {shown.length === 0 && <p class="empty">{words.panel.noEntries}</p>}
      <VirtualList
        label={label}
        kind={categories.length === 0 ? 'notes' : ''}
        count={shown.length}
        keyOf={(index) => shown[index]?.id ?? index.toString()}
        rowOf={(index) => rowOf(shown[index], props)}
        wanted={wanted}
      />
    </>
  );
}

function rowOf(entry: Entry | undefined, props: EntryListProps): Row {
  if (!entry) return { attributes: {}, content: null };
  const { words, topics, codes, chosen, inView, onReveal } = props;
  const { id, subject } = entry;
  const state = [chosen?.id === id && 'chosen', overlaps(entry.span, inView) && 'in-view'];
  const look = state.filter(Boolean).join(' ');
  if (subject.sort === 'note') {
    const { annotation, place } = subject;
    return {
      attributes: { 'data-note': id, class: look },
      content: <NoteRow {...props} {...{ annotation, place, codes }} elsewhere={props.elsewhere[id]} />,
    };
  }
  if (subject.sort === 'dismissed') {
    return {
      attributes: { 'data-dismissed': id, class: look },
      content: (
        <DismissedRow
          words={words}
          id={id}
          correction={subject.correction}
          onReveal={onReveal}
          onBringBack={props.onBringBack}
        />
      ),
    };
  }
  const { finding } = subject;
  const topic = finding.topic === undefined ? undefined : topics[finding.topic];
  return {
    attributes: { 'data-finding': id, class: look },
    content: <FindingRow words={words} finding={finding} topic={topic} onReveal={onReveal} />,
  };
}

function occurringIn(entries: readonly Entry[]) {
  const topics = new Set(entries.flatMap(({ topic }) => topic ?? []));
  const codes = new Set(entries.flatMap(({ codeIds }) => codeIds));
  return { topics, codes, hasFindings: entries.some(({ category }) => category !== 'note') };
}
