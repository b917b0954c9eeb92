import type { ComponentChildren } from 'preact';
import { CodeTags } from '../../components/code-tags.tsx';
import { Difference } from '../../components/difference.tsx';
import { MemoText } from '../../components/memo-text.tsx';
import { countByCategory, type EntryFilter, entriesOf, NO_FILTER } from '../../components/panel/entries.ts';
import { EntryFilters } from '../../components/panel/entry-filters.tsx';
import { EntryList } from '../../components/panel/entry-list.tsx';
import { DismissedRow, FindingRow } from '../../components/panel/finding-row.tsx';
import { NoteRow } from '../../components/panel/note-row.tsx';
import { NotesView } from '../../components/panel/notes-view.tsx';
import { MARK_CATEGORIES } from '../../lib/model/annotation.ts';
import type { Words } from '../../lib/model/words.ts';
import { nothing, type States } from './states.ts';
import * as values from './values.ts';

/** Findings and notes. */
export function listStates(words: Words): States {
  const { CODES: codes, TOPICS: topics, HIGHLIGHT, NOTE, LONG_NOTE } = values;
  const entries = entriesOf({
    findings: values.FINDINGS,
    annotations: [NOTE, HIGHLIGHT, LONG_NOTE],
    corrections: [],
    places: {
      [NOTE.id]: { state: 'found', span: { start: 420, end: 440 } },
      [HIGHLIGHT.id]: values.AMBIGUOUS,
      [LONG_NOTE.id]: values.LOST,
    },
    codes,
    topics,
  });
  const actions = { onReveal: nothing, onEdit: nothing, onRemove: nothing, onPlace: nothing };
  const note = { ...actions, words, codes, elsewhere: undefined };
  const list = {
    ...actions,
    words,
    codes,
    topics,
    entries,
    elsewhere: {},
    chosen: { id: values.ACCEPTED.id },
    inView: { start: 150, end: 400 },
    onFilter: nothing,
    onBringBack: nothing,
  };
  const filters = {
    words,
    categories: MARK_CATEGORIES,
    counts: countByCategory(entries),
    codes,
    topics: Object.entries(topics).map(([id, name]) => ({ id, name })),
    hasFindings: true,
    total: entries.length,
    onChange: nothing,
  };
  const narrowed: EntryFilter = { ...NO_FILTER, category: 'measure', topic: 'disputes', text: '矛盾' };
  const finding = { words, topic: topics.enforcement, onReveal: nothing };
  return {
    'entry-filters': {
      plain: <EntryFilters {...filters} filter={NO_FILTER} shown={entries.length} />,
      narrowed: <EntryFilters {...filters} filter={narrowed} shown={1} />,
    },
    'finding-row': {
      measure: <InList label="measure">{<FindingRow {...finding} finding={values.MEASURE} />}</InList>,
      'figure, no topic': (
        <InList label="figure">
          <FindingRow {...finding} topic={undefined} finding={values.FIGURE} />
        </InList>
      ),
      shortcoming: (
        <InList label="shortcoming">
          <FindingRow {...finding} finding={values.SHORTCOMING} />
        </InList>
      ),
      accepted: (
        <InList label="accepted">
          <FindingRow {...finding} topic={undefined} finding={values.ACCEPTED} />
        </InList>
      ),
      corrected: (
        <InList label="corrected">
          <FindingRow {...finding} topic={topics.disputes} finding={values.CORRECTED} />
        </InList>
      ),
      dismissed: (
        <InList label="dismissed" attributes={{ 'data-dismissed': 'x' }}>
          <DismissedRow
            words={words}
            id="x"
            correction={values.DISMISSED}
            onReveal={nothing}
            onBringBack={nothing}
          />
        </InList>
      ),
    },
    'note-row': {
      'found, with Markdown': (
        <InList label="found" attributes={{ 'data-note': 'a' }}>
          <NoteRow {...note} annotation={NOTE} place={{ state: 'found', span: { start: 420, end: 440 } }} />
        </InList>
      ),
      changed: (
        <InList label="changed" attributes={{ 'data-note': 'b' }}>
          <NoteRow {...note} annotation={NOTE} place={values.CHANGED} />
        </InList>
      ),
      ambiguous: (
        <InList label="ambiguous" attributes={{ 'data-note': 'c' }}>
          <NoteRow {...note} annotation={HIGHLIGHT} place={values.AMBIGUOUS} />
        </InList>
      ),
      lost: (
        <InList label="lost" attributes={{ 'data-note': 'd' }}>
          <NoteRow {...note} annotation={LONG_NOTE} place={values.LOST} />
        </InList>
      ),
      'on another part': (
        <InList label="part" attributes={{ 'data-note': 'e' }}>
          <NoteRow
            {...note}
            annotation={HIGHLIGHT}
            place={undefined}
            elsewhere={{ part: 2, url: 'http://gaj.linzhu-shili.gov.cn/1_2.html' }}
          />
        </InList>
      ),
    },
    'entry-list': {
      'a row chosen on the page, some in its window': (
        <EntryList
          {...list}
          label="entry-list"
          categories={MARK_CATEGORIES}
          filter={NO_FILTER}
          empty={words.panel.noMarks}
        />
      ),
      'nothing fits': (
        <EntryList
          {...list}
          label="entry-list, nothing"
          categories={MARK_CATEGORIES}
          filter={{ ...NO_FILTER, text: '查无此文' }}
          empty={words.panel.noMarks}
        />
      ),
      'nothing at all': (
        <EntryList
          {...list}
          label="entry-list, empty"
          entries={[]}
          categories={MARK_CATEGORIES}
          filter={NO_FILTER}
          empty={words.panel.noMarks}
        />
      ),
    },
    'notes-view': {
      'a draft, notes, and those that lost their place': (
        <NotesView {...list} drafts={[values.DRAFT]} filter={NO_FILTER} onDropDraft={nothing} />
      ),
      none: <NotesView {...list} entries={[]} drafts={[]} filter={NO_FILTER} onDropDraft={nothing} />,
    },
    'memo-text': { Markdown: <MemoText memo={values.MARKDOWN} /> },
    'code-tags': {
      'three of them': <CodeTags codeIds={codes.map(({ id }) => id)} codes={codes} />,
    },
    difference: {
      'a number changed': <Difference pieces={values.CHANGED.difference ?? []} />,
    },
  };
}

interface InListProps {
  label: string;
  attributes?: Record<string, string>;
  children: ComponentChildren;
}

function InList({ label, attributes = {}, children }: InListProps) {
  return (
    <ul class="rows" aria-label={label}>
      <li {...attributes}>{children}</li>
    </ul>
  );
}
