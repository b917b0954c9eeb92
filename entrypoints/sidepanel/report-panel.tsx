import { useEffect, useState } from 'preact/hooks';
import { AttachmentList } from '../../components/panel/attachment-list.tsx';
import { FindingList } from '../../components/panel/finding-list.tsx';
import { NoteList } from '../../components/panel/note-list.tsx';
import { OutlineList } from '../../components/panel/outline-list.tsx';
import { PartBar } from '../../components/panel/part-bar.tsx';
import { ReportFacts } from '../../components/panel/report-facts.tsx';
import { RevisionNotice } from '../../components/panel/revision-notice.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import { type Fault, failed, type Outcome } from '../../lib/model/outcome.ts';
import type { Attachment, ReportView } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';
import { notesAt } from '../../lib/store/annotations.ts';
import { listCodes } from '../../lib/store/codes.ts';
import { createDatabase } from '../../lib/store/database.ts';
import { draftsAt } from '../../lib/store/drafts.ts';
import { Composer } from '../shared/composer.tsx';
import { useLive } from '../shared/use-live.ts';
import type { Chosen } from './use-active-page.ts';

interface ReportPanelProps {
  words: Words;
  tabId: number;
  report: ReportView;
  attachments: Attachment[];
  chosen: Chosen | null;
}

/** A page with less text than this and a file to download has its report in that file. */
const HARDLY_ANY = 400;

type TabName = 'findings' | 'notes' | 'outline';

const database = createDatabase();

/** The report being read: its facts, findings, notes and outline. */
export function ReportPanel({ words, tabId, report, attachments, chosen }: ReportPanelProps) {
  const [tab, setTab] = useState<TabName>('findings');
  const [edited, setEdited] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const stored = useLive(
    database,
    async () => ({
      ...(await notesAt(database, report.address)),
      drafts: await draftsAt(database, report.address),
      codes: await listCodes(database),
    }),
    [report.address],
  );
  const { annotations, snapshots, drafts, codes } =
    stored.state === 'ready' ? stored.value : { annotations: [], snapshots: [], drafts: [], codes: [] };

  // a mark clicked on the page brings up the list it is in
  useEffect(() => {
    if (chosen !== null && edited === null) setTab(chosen.id in report.places ? 'notes' : 'findings');
  }, [chosen]);

  const reveal = (target: string | Span) => {
    void sendMessage('reveal', { target }, { tabId, frameId: 0 }).catch(() => undefined);
  };
  const place = async (id: string, at: Span | 'selection') => {
    const asked = sendMessage('placeNote', { id, at }, { tabId, frameId: 0 });
    tellFault(await asked.catch(() => failed('no-answer')));
  };
  const tellFault = (outcome: Outcome<unknown>) => setFault(outcome.ok ? null : outcome.fault);
  const problem = stored.state === 'failed' ? stored.fault : fault;

  return (
    <>
      <ReportFacts detection={report.detection} words={words} />
      {report.part && <PartBar part={report.part} words={words} />}
      {report.textLength < HARDLY_ANY && attachments.length > 0 && (
        <AttachmentList attachments={attachments} words={words} />
      )}
      {report.revision && <RevisionNotice revision={report.revision} words={words} onReveal={reveal} />}
      {report.undrawn > 0 && <p class="notice">{words.page.undrawn(report.undrawn)}</p>}
      {problem && (
        <p class="notice" role="alert">
          {words.faults[problem]}
        </p>
      )}
      <Tabs<TabName>
        label={words.panel.label}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { name: 'findings', title: words.panel.findings, count: report.findings.length },
          { name: 'notes', title: words.panel.notes, count: annotations.length + drafts.length },
          { name: 'outline', title: words.panel.outline },
        ]}
      >
        {tab === 'findings' && (
          <FindingList
            words={words}
            findings={report.findings}
            chosen={chosen?.id ?? null}
            onReveal={reveal}
          />
        )}
        {tab === 'outline' && (
          <OutlineList words={words} outline={report.outline} findings={report.findings} onReveal={reveal} />
        )}
        {tab === 'notes' && edited !== null && (
          <Composer key={edited} id={edited} words={words} focus="memo" onClose={() => setEdited(null)} />
        )}
        {tab === 'notes' && edited === null && (
          <NoteList
            words={words}
            annotations={annotations}
            snapshots={snapshots}
            part={report.part?.number ?? 1}
            drafts={drafts}
            codes={codes}
            places={report.places}
            chosen={chosen?.id ?? null}
            onReveal={reveal}
            onEdit={setEdited}
            onRemove={(id) => void ask(() => sendMessage('deleteAnnotation', { id })).then(tellFault)}
            onPlace={(id, at) => void place(id, at)}
            onDropDraft={(id) => void ask(() => sendMessage('dropDraft', { id })).then(tellFault)}
          />
        )}
      </Tabs>
    </>
  );
}
