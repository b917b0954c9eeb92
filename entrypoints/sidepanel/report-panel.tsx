import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AttachmentList } from '../../components/panel/attachment-list.tsx';
import { entriesOf, NO_FILTER } from '../../components/panel/entries.ts';
import { EntryList } from '../../components/panel/entry-list.tsx';
import { FactsForm } from '../../components/panel/facts-form.tsx';
import { NotesView } from '../../components/panel/notes-view.tsx';
import { OutlineList } from '../../components/panel/outline-list.tsx';
import { PanelBar } from '../../components/panel/panel-bar.tsx';
import { PartBar } from '../../components/panel/part-bar.tsx';
import { QuickLook } from '../../components/panel/quick-look.tsx';
import { ReportFacts } from '../../components/panel/report-facts.tsx';
import { RevisionNotice } from '../../components/panel/revision-notice.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { backingOf } from '../../lib/analysis/overview.ts';
import { MARK_CATEGORIES } from '../../lib/model/annotation.ts';
import type { Attachment, ReportView } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';
import { createDatabase } from '../../lib/store/database.ts';
import topicList from '../../seeds/topics.json';
import { useDailyBackup } from '../library/daily-backup.ts';
import { Composer } from '../shared/composer.tsx';
import { askToKeep } from '../shared/keeping.ts';
import { ReportActions } from './report-actions.ts';
import type { Chosen } from './use-active-page.ts';
import { useInView } from './use-in-view.ts';
import { useReplayKeys } from './use-replay-keys.ts';
import { useStored } from './use-stored.ts';

interface ReportPanelProps {
  words: Words;
  tabId: number;
  report: ReportView;
  attachments: Attachment[];
  chosen: Chosen | null;
}

/** A page with less text than this and a file to download has its report in that file. */
const HARDLY_ANY = 400;

type TabName = 'marks' | 'notes' | 'outline';

const database = createDatabase();

/** The report being read: its facts, findings, notes and outline. */
export function ReportPanel({ words, tabId, report, attachments, chosen }: ReportPanelProps) {
  const { panel } = words;
  const [tab, setTab] = useState<TabName>('marks');
  const [edited, setEdited] = useState<string | null>(null);
  const [isEditingFacts, setEditingFacts] = useState(false);
  const [filter, setFilter] = useState(NO_FILTER);
  const [noteFilter, setNoteFilter] = useState(NO_FILTER);
  /** What was last done, or why it could not be. */
  const [said, setSaid] = useState<{ words: string; isFault: boolean } | null>(null);
  const stored = useStored(database, report.address);
  const { annotations, corrections, snapshots, codes, drafts } = stored;
  useDailyBackup(database);
  const hasNotes = annotations.length > 0;
  useEffect(() => {
    if (hasNotes) askToKeep(database).catch(() => undefined);
  }, [hasNotes]);
  const inView = useInView(tabId);
  const actions = new ReportActions(tabId, report.address, words, (sentence, isFault) =>
    setSaid({ words: sentence, isFault }),
  );
  useReplayKeys((way) => void actions.replay(way));

  // a mark clicked on the page brings up the list it is in
  useEffect(() => {
    if (chosen !== null && edited === null) setTab(chosen.id in report.places ? 'notes' : 'marks');
  }, [chosen]);

  const topics = useMemo(
    () => Object.fromEntries(topicList.map((topic) => [topic.id, topic[words.language]])),
    [words.language],
  );
  const { findings, places, outline, textLength } = report;
  const entries = useMemo(
    () => entriesOf({ findings, annotations, corrections, places, codes, topics }),
    [findings, annotations, corrections, places, codes, topics],
  );
  const part = report.part?.number ?? 1;
  const elsewhere = useMemo(() => {
    const snapshotById = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
    return Object.fromEntries(
      annotations.flatMap(({ id, target }) => {
        const { part: own = 1, url = '' } = snapshotById.get(target.snapshotId) ?? {};
        return own === part ? [] : [[id, { part: own, url }] as const];
      }),
    );
  }, [annotations, snapshots, part]);
  const marked = useMemo(
    () =>
      entries.flatMap(({ category, span, verdict }) =>
        span && verdict !== 'dismissed' ? [{ category, start: span.start }] : [],
      ),
    [entries],
  );
  const backing = useMemo(() => backingOf(findings), [findings]);

  const edit = (id: string) => {
    setTab('notes');
    setEdited(id);
  };
  const saveFacts = async (facts: typeof stored.edited) => {
    if (await actions.editFacts(stored.reportId, facts)) setEditingFacts(false);
  };
  const list = {
    words,
    codes,
    topics,
    elsewhere,
    chosen,
    inView,
    onReveal: actions.reveal,
    onEdit: edit,
    onRemove: (id: string) => void actions.remove(id),
    onPlace: actions.place,
    onBringBack: (id: string) => void actions.bringBack(id),
  };
  const isFault = stored.fault !== null || said?.isFault;
  const sentence = stored.fault ? words.faults[stored.fault] : said?.words;

  return (
    <>
      <PanelBar
        words={words}
        libraryUrl={browser.runtime.getURL('/library.html')}
        steps={stored.steps}
        onReplay={(way) => void actions.replay(way)}
        onStep={actions.step}
      />
      <main>
        {isEditingFacts ? (
          <FactsForm
            words={words}
            machine={report.detection.facts}
            edited={stored.edited}
            fault={said?.isFault ? said.words : null}
            onSave={(facts) => void saveFacts(facts)}
            onClose={() => setEditingFacts(false)}
          />
        ) : (
          <ReportFacts
            detection={report.detection}
            edited={stored.edited}
            words={words}
            onEdit={() => setEditingFacts(true)}
          />
        )}
        {report.part && <PartBar part={report.part} words={words} />}
        {textLength < HARDLY_ANY && attachments.length > 0 && (
          <AttachmentList attachments={attachments} words={words} />
        )}
        {report.revision && (
          <RevisionNotice revision={report.revision} words={words} onReveal={actions.reveal} />
        )}
        {report.undrawn > 0 && <p class="notice">{words.page.undrawn(report.undrawn)}</p>}
        <QuickLook
          words={words}
          places={marked}
          outline={outline}
          textLength={textLength}
          backing={backing}
          inView={inView}
        />
        <Tabs<TabName>
          label={panel.label}
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { name: 'marks', title: panel.marks, count: marked.length },
            { name: 'notes', title: panel.notes, count: annotations.length + drafts.length },
            { name: 'outline', title: panel.outline },
          ]}
        >
          {tab === 'marks' && (
            <EntryList
              {...list}
              label={panel.marks}
              entries={entries}
              categories={LISTED}
              filter={filter}
              onFilter={setFilter}
              empty={panel.noMarks}
            />
          )}
          {tab === 'outline' && (
            <OutlineList
              words={words}
              outline={outline}
              findings={findings}
              inView={inView}
              onReveal={actions.reveal}
            />
          )}
          {tab === 'notes' && edited !== null && (
            <Composer key={edited} id={edited} words={words} focus="memo" onClose={() => setEdited(null)} />
          )}
          {tab === 'notes' && edited === null && (
            <NotesView
              {...list}
              entries={entries}
              drafts={drafts}
              filter={noteFilter}
              onFilter={setNoteFilter}
              onDropDraft={(id) => void actions.dropDraft(id)}
            />
          )}
        </Tabs>
        {stored.isUnstored && (
          <p class="collect">
            <button type="button" class="button" onClick={() => void actions.collect()}>
              {panel.collect}
            </button>
          </p>
        )}
        {stored.reportId !== null && (
          <p class="collect">
            <a
              class="button"
              href={browser.runtime.getURL(`/library.html#export=${stored.reportId}`)}
              target="_blank"
              rel="noreferrer"
            >
              {words.export.thisReport}
            </a>
          </p>
        )}
      </main>
      <Said sentence={sentence} isFault={isFault === true} onGone={() => setSaid(null)} />
    </>
  );
}

/** Shortcomings first, as in the rest of the interface. */
const LISTED = ['shortcoming', ...MARK_CATEGORIES.filter((category) => category !== 'shortcoming')] as const;

/** How long a sentence stays that says what was done, in milliseconds. */
const SHOWN_FOR = 5_000;

interface SaidProps {
  sentence: string | undefined;
  isFault: boolean;
  onGone(): void;
}

/** What was done, said and shown for a while; what went wrong stays until something else is done. */
function Said({ sentence, isFault, onGone }: SaidProps) {
  useEffect(() => {
    if (sentence === undefined || isFault) return;
    const timer = setTimeout(onGone, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [sentence, isFault]);
  return (
    <>
      <p class="said" role="status">
        {!isFault && sentence}
      </p>
      {isFault && (
        <p class="said fault" role="alert">
          {sentence}
        </p>
      )}
    </>
  );
}
