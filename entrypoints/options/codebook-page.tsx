import { useEffect, useRef, useState } from 'preact/hooks';
import { MergeDialog, RemoveDialog, SplitDialog } from '../../components/codebook/code-dialogs.tsx';
import { CodeEditor } from '../../components/codebook/code-editor.tsx';
import { CodeTree } from '../../components/codebook/code-tree.tsx';
import { CodebookBar } from '../../components/codebook/codebook-bar.tsx';
import '../../components/codebook/codebook.css';
import {
  type Direction,
  neighbourOf,
  type Place,
  placeTowards,
  standing,
} from '../../components/codebook/places.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import { type CodeBranch, codeTree } from '../../lib/model/code-tree.ts';
import { CODEBOOK_SCOPE } from '../../lib/model/history.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';
import { deleteCode, mergeCode, splitCode, type Usage, usageOf } from '../../lib/store/code-merging.ts';
import { addCode, editCode, listCodes, moveCode } from '../../lib/store/codes.ts';
import { createDatabase } from '../../lib/store/database.ts';
import { faultOf, outcomeOf } from '../../lib/store/faults.ts';
import { redo, undo } from '../../lib/store/history.ts';
import { ensureStarter } from '../../lib/store/projects.ts';
import { initialsOf } from '../../lib/text/initials.ts';
import { starter } from '../shared/starter.ts';
import { useLive } from '../shared/use-live.ts';
import { offerCodebook } from './codebook-files.ts';
import { type CodebookState, codingLines, readCodebookState } from './codebook-state.ts';
import { Importing } from './importing.tsx';
import { StudyChoice } from './study-choice.tsx';
import { useToolbarKeys } from './use-toolbar-keys.ts';

const database = createDatabase();
/** Colour of codes until the reader gives them one: vermilion. */
const NEW_CODE_COLOR = '#b5301c';

type Question =
  | { kind: 'remove' | 'merge'; usage: Usage }
  | { kind: 'split'; codings: Awaited<ReturnType<typeof codingLines>> }
  | { kind: 'import' };

/** Does a piece of work on the codebook, then says what was done, or what went wrong. */
export type Run = <T>(
  work: () => Promise<T>,
  saying: (value: T) => string | Promise<string>,
) => Promise<void>;

/** The codebook of the active study: its codes as a tree, the chosen one beside it. */
export function CodebookPage({ words }: { words: Words }) {
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    starter()
      .then((each) => ensureStarter(database, each, new Date()))
      .catch((error) => setFault(faultOf(error)));
  }, []);
  const live = useLive(database, () => readCodebookState(database), []);
  const problem = live.state === 'failed' ? live.fault : fault;
  if (problem) return <p class="notice">{words.faults[problem]}</p>;
  if (live.state !== 'ready' || !live.value) return <p class="empty">{words.codebook.loading}</p>;
  return <Codebook words={words} state={live.value} />;
}

function Codebook({ words, state }: { words: Words; state: CodebookState }) {
  const { codebook } = words;
  const { tree, codes, steps } = state;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [focusCall, setFocusCall] = useState(0);
  /** The code whose name is about to be written. */
  const [namingId, setNamingId] = useState<string | null>(null);
  const toolbarKeys = useToolbarKeys();
  const code = codes.find(({ id }) => id === selectedId) ?? tree[0]?.code ?? null;

  /** One piece of work after the other, so that each finds what the last one left. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const run: Run = async (work, saying) => {
    const turn = queue.current.then(() => outcomeOf(work));
    queue.current = turn;
    const outcome = await turn;
    setFault(outcome.ok ? null : outcome.fault);
    setSaid(outcome.ok ? await saying(outcome.value) : '');
    if (outcome.ok) sendMessage('storeChanged').catch(() => undefined);
  };
  const replay = (way: 'undo' | 'redo') =>
    run(
      () => (way === 'undo' ? undo : redo)(database, CODEBOOK_SCOPE),
      (step) => (step ? (way === 'undo' ? codebook.undone : codebook.redone)(codebook.acts[step.act]) : ''),
    );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.matches('input[type="text"], textarea');
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping || question) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void replay(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const add = (parentId: string | null) =>
    run(
      async () => {
        const name = codebook.newCode;
        const fresh = { codebookId: state.codebook.id, parentId, name, initials: initialsOf(name) };
        const made = await addCode(
          database,
          { ...fresh, description: '', color: code?.color ?? NEW_CODE_COLOR },
          new Date(),
        );
        setSelectedId(made.id);
        setNamingId(made.id);
        return made;
      },
      ({ name }) => codebook.added(name),
    );
  const treeNow = async () => codeTree(await listCodes(database, state.codebook.id));
  /** `placeIn` looks at the tree as it is stored: keys may come faster than the page is drawn. */
  const move = (id: string, placeIn: (now: CodeBranch[]) => Place | null) =>
    run(
      async () => {
        const place = placeIn(await treeNow());
        if (!place) return null;
        await moveCode(database, id, place.parentId, place.position, new Date());
        setSelectedId(id);
        return standing(await treeNow(), id);
      },
      (at) => {
        const name = codes.find((each) => each.id === id)?.name ?? '';
        return at ? codebook.moved(name, at.under, at.number, at.count) : codebook.notMoved;
      },
    );
  const step = (id: string, direction: Direction) => void move(id, (now) => placeTowards(now, id, direction));
  const ask = (kind: 'remove' | 'merge' | 'split') => {
    if (!code) return;
    const asking =
      kind === 'split'
        ? codingLines(database, code.id).then((codings) => setQuestion({ kind, codings }))
        : usageOf(database, code.id).then((usage) => setQuestion({ kind, usage }));
    asking.catch((error) => setFault(faultOf(error)));
  };
  const close = () => setQuestion(null);
  /** After a question the tree has the focus: the button that asked may be another code's by then. */
  const answer = (work: () => Promise<string | null>, saying: string) => {
    close();
    void run(work, (next) => {
      setSelectedId(next);
      setFocusCall((call) => call + 1);
      return saying;
    });
  };
  const offer = (format: 'qdc' | 'csv') => {
    offerCodebook(tree, state.codebook.name, format, words);
    setSaid(codebook.exported(codes.length));
  };

  return (
    <div class="codebook">
      <h1>{state.codebook.name}</h1>
      <StudyChoice words={words} state={state} database={database} run={run} />
      <CodebookBar
        words={words}
        steps={steps}
        isEmpty={codes.length === 0}
        onAdd={() => void add(null)}
        onReplay={(way) => void replay(way)}
        onImport={() => setQuestion({ kind: 'import' })}
        onExport={offer}
      />
      <p role="status" class="said">
        {said}
      </p>
      {fault && (
        <p class="notice" role="alert">
          {words.faults[fault]}
        </p>
      )}
      {code ? (
        <div class="columns">
          <div>
            <CodeTree
              words={words}
              tree={tree}
              counts={state.counts}
              selectedId={code.id}
              focusCall={focusCall}
              onSelect={setSelectedId}
              onMove={(id, place) => void move(id, () => place)}
              onStep={step}
              onRename={() => setNamingId(code.id)}
              onRemove={() => ask('remove')}
            />
            <p class="hint">{codebook.treeHelp}</p>
          </div>
          <CodeEditor
            key={code.id}
            words={words}
            code={code}
            codes={codes}
            toolbarKeys={toolbarKeys}
            isNaming={namingId === code.id}
            onNaming={() => setNamingId(null)}
            canMove={{
              up: placeTowards(tree, code.id, 'up') !== null,
              down: placeTowards(tree, code.id, 'down') !== null,
              out: placeTowards(tree, code.id, 'out') !== null,
              in: placeTowards(tree, code.id, 'in') !== null,
            }}
            onEdit={(fields) =>
              void run(
                () => {
                  const initials = fields.name === undefined ? {} : { initials: initialsOf(fields.name) };
                  return editCode(database, code.id, { ...fields, ...initials }, new Date());
                },
                () => codebook.saved,
              )
            }
            onStep={(direction) => step(code.id, direction)}
            onAddUnder={() => void add(code.id)}
            onMerge={() => ask('merge')}
            onSplit={() => ask('split')}
            onRemove={() => ask('remove')}
          />
        </div>
      ) : (
        <div class="empty">
          <p>{codebook.empty}</p>
          <p class="hint">{codebook.emptyHelp}</p>
        </div>
      )}
      {code && question?.kind === 'remove' && (
        <RemoveDialog
          words={words}
          code={code}
          usage={question.usage}
          onClose={close}
          onRemove={() =>
            answer(async () => {
              await deleteCode(database, code.id, new Date());
              return neighbourOf(tree, code.id);
            }, codebook.done.removed)
          }
        />
      )}
      {code && question?.kind === 'merge' && (
        <MergeDialog
          words={words}
          code={code}
          usage={question.usage}
          tree={tree}
          onClose={close}
          onMerge={(intoId) =>
            answer(async () => {
              await mergeCode(database, code.id, intoId, new Date());
              return intoId;
            }, codebook.done.merged)
          }
        />
      )}
      {code && question?.kind === 'split' && (
        <SplitDialog
          words={words}
          code={code}
          codings={question.codings}
          onClose={close}
          onSplit={(name, ids) =>
            answer(async () => {
              const fresh = { name, initials: initialsOf(name) };
              return (await splitCode(database, code.id, fresh, ids, new Date())).id;
            }, codebook.done.split)
          }
        />
      )}
      {question?.kind === 'import' && (
        <Importing words={words} state={state} database={database} run={run} onClose={close} />
      )}
    </div>
  );
}
