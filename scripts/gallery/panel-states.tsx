import { AttachmentList } from '../../components/panel/attachment-list.tsx';
import { Collected } from '../../components/panel/collected.tsx';
import { OutlineList } from '../../components/panel/outline-list.tsx';
import { PanelBar } from '../../components/panel/panel-bar.tsx';
import { PartBar } from '../../components/panel/part-bar.tsx';
import { QuickLook } from '../../components/panel/quick-look.tsx';
import { ReportFacts } from '../../components/panel/report-facts.tsx';
import { RevisionNotice } from '../../components/panel/revision-notice.tsx';
import { SiteSwitch } from '../../components/panel/site-switch.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { Words } from '../../lib/model/words.ts';
import { nothing, type States } from './states.ts';
import { CHANGED, DETECTION, FINDINGS, OUTLINE, UNKNOWN_DETECTION } from './values.ts';

const URL = 'http://gaj.linzhu-shili.gov.cn/1.html';
const CATEGORIES: MarkCategory[] = ['figure', 'measure', 'figure', 'note', 'shortcoming'];
/** Thick at the beginning, thin towards the end. */
const MANY = Array.from({ length: 200 }, (_, index) => ({
  category: CATEGORIES[(index * 7) % 5] ?? 'figure',
  start: Math.round(1150 * (index / 200) ** 1.5),
}));

/** The panel around its lists. */
export function panelStates(words: Words): States {
  const bar = { words, libraryUrl: URL };
  const facts = { words, onEdit: nothing };
  const look = { words, outline: OUTLINE, textLength: 1200, inView: null };
  return {
    'panel-bar': {
      'no report': <PanelBar {...bar} steps={null} />,
      'nothing to undo': <PanelBar {...bar} steps={{ undo: null, redo: null }} />,
      'undo and redo': <PanelBar {...bar} steps={{ undo: 'create', redo: 'correct' }} />,
    },
    'report-facts': {
      known: <ReportFacts {...facts} detection={DETECTION} edited={{}} />,
      'put right by the reader': (
        <ReportFacts
          {...facts}
          detection={DETECTION}
          edited={{ year: 2023, title: '临渚市公安局法治年报' }}
        />
      ),
      'unknown, not a government’s site': (
        <ReportFacts {...facts} detection={UNKNOWN_DETECTION} edited={{}} />
      ),
    },
    'quick-look': {
      usual: (
        <QuickLook
          {...look}
          places={MANY}
          backing={{ measures: 40, withFigure: 31 }}
          inView={{ start: 200, end: 420 }}
        />
      ),
      'a single finding': (
        <QuickLook
          {...look}
          places={MANY.slice(90, 91)}
          outline={[]}
          backing={{ measures: 1, withFigure: 0 }}
        />
      ),
      nothing: <QuickLook {...look} places={[]} backing={{ measures: 0, withFigure: 0 }} />,
    },
    'part-bar': {
      first: <PartBar words={words} part={{ number: 1, count: 3, first: URL, next: `${URL}?2` }} />,
      last: <PartBar words={words} part={{ number: 3, count: null, first: URL, next: null }} />,
    },
    'revision-notice': {
      'changed since': (
        <RevisionNotice
          words={words}
          onReveal={nothing}
          revision={{
            since: '2026-05-04T08:00:00.000Z',
            count: 12,
            changes: [{ pieces: CHANGED.difference ?? [], at: { start: 0, end: 9 }, isNumeric: true }],
          }}
        />
      ),
    },
    'attachment-list': {
      'only a file': (
        <AttachmentList
          words={words}
          attachments={[
            { url: `${URL}.pdf`, name: '临渚市公安局2024年法治政府建设年度报告（全文）.pdf' },
            { url: `${URL}.docx`, name: '' },
          ]}
        />
      ),
    },
    'site-switch': {
      off: (
        <SiteSwitch words={words} host="www.example.cn" isAdded={false} onAdd={nothing} onRemove={nothing} />
      ),
      on: <SiteSwitch words={words} host="www.example.cn" isAdded onAdd={nothing} onRemove={nothing} />,
    },
    tabs: {
      'three of them': (
        <Tabs
          label={words.panel.label}
          chosen="a"
          onChoose={nothing}
          tabs={[
            { name: 'a', title: words.panel.marks, count: 1234 },
            { name: 'b', title: words.panel.notes, count: 0 },
            { name: 'c', title: words.panel.outline },
          ]}
        >
          {null}
        </Tabs>
      ),
    },
    'outline-list': {
      'being read': (
        <OutlineList
          words={words}
          outline={OUTLINE}
          findings={FINDINGS}
          inView={{ start: 410, end: 600 }}
          onReveal={nothing}
        />
      ),
      'no headings': (
        <OutlineList words={words} outline={[]} findings={[]} inView={null} onReveal={nothing} />
      ),
    },
    collected: {
      nothing: <Collected words={words} reports={0} notes={0} latest={[]} libraryUrl={URL} sampleUrl={URL} />,
      some: (
        <Collected
          words={words}
          reports={12}
          notes={345}
          libraryUrl={URL}
          sampleUrl={URL}
          latest={[
            { id: '1', title: DETECTION.facts.title, issuer: '', year: 2024, url: URL },
            { id: '2', title: null, issuer: '清浔市人民政府', year: null, url: URL },
          ]}
        />
      ),
    },
  };
}
