import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Body } from '../lib/model/annotation.ts';
import type { Code } from '../lib/model/codebook.ts';
import type { Fault, Outcome } from '../lib/model/outcome.ts';
import type { Words } from '../lib/model/words.ts';
import { TagField } from './tag-field.tsx';

interface ComposerFormProps {
  words: Words;
  quote: string;
  body: Body;
  codes: Code[];
  isStored: boolean;
  isPrivate: boolean;
  focus: 'tags' | 'memo';
  /** Keeps what was typed so far, while it is typed; called at most every `KEEP_EVERY` milliseconds. */
  onKeep(body: Body): Promise<Outcome<unknown>>;
  /** The form goes away unsaved (cancelled, closed, navigated from): keeps what was typed, or throws an empty draft away. */
  onLeave(body: Body): Promise<Outcome<unknown>>;
  onSave(body: Body): Promise<Outcome<unknown>>;
  onRemove(): Promise<Outcome<unknown>>;
  onCreateCode(name: string): Promise<Outcome<Code>>;
  /** Nothing is left to be done here; `wasSaved`: shown as saved a moment longer. */
  onClose(wasSaved: boolean): void;
}

const KEEP_EVERY = 300;

type Progress = 'typing' | 'kept' | 'saving' | 'saved';

/** Tags and note for one passage. "Saved" appears only after the database has committed. */
export function ComposerForm(props: ComposerFormProps) {
  const { words, quote, isStored, isPrivate, focus } = props;
  const { composer, faults } = words;
  const [body, setBody] = useState(props.body);
  const [codes, setCodes] = useState(props.codes);
  const [progress, setProgress] = useState<Progress>('typing');
  const [fault, setFault] = useState<Fault | null>(null);
  /** What is typed, for whatever answers later than the next stroke. */
  const latest = useRef(props.body);
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Saved, removed or left: nothing more is kept. */
  const isOver = useRef(false);
  const isBusy = progress === 'saving' || progress === 'saved';

  const settle = (outcome: Outcome<unknown>): boolean => {
    setFault(outcome.ok ? null : outcome.fault);
    return outcome.ok;
  };
  const stopKeeping = () => {
    clearTimeout(keeping.current);
    keeping.current = undefined;
  };
  const keep = async () => {
    stopKeeping();
    const kept = latest.current;
    const isKept = settle(await props.onKeep(kept));
    if (isKept && kept === latest.current) setProgress((now) => (now === 'typing' ? 'kept' : now));
  };
  const change = (update: (body: Body) => Body) => {
    latest.current = update(latest.current);
    setBody(latest.current);
    setProgress('typing');
    keeping.current ??= setTimeout(() => void keep(), KEEP_EVERY);
  };
  const leave = async () => {
    if (isOver.current) return;
    isOver.current = true;
    stopKeeping();
    if (settle(await props.onLeave(latest.current))) props.onClose(false);
    else isOver.current = false;
  };
  // a layout effect: its end must not wait for a frame that may never come
  useLayoutEffect(() => {
    const flush = () => {
      if (!isOver.current) void props.onLeave(latest.current);
    };
    // a page that is left has no time for more than one message
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      stopKeeping();
      flush();
    };
  }, []);

  const finish = async (work: () => Promise<Outcome<unknown>>, wasSaved: boolean) => {
    if (isBusy || isOver.current) return;
    stopKeeping();
    isOver.current = true;
    setProgress('saving');
    const isDone = settle(await work());
    isOver.current = isDone;
    setProgress(isDone ? 'saved' : 'typing');
    if (isDone) props.onClose(wasSaved);
  };
  const save = () => finish(() => props.onSave(latest.current), true);
  const createCode = async (name: string) => {
    const outcome = await props.onCreateCode(name);
    if (!settle(outcome) || !outcome.ok) return;
    const code = outcome.value;
    setCodes((known) => (known.some(({ id }) => id === code.id) ? known : [...known, code]));
    change((now) => ({ ...now, codeIds: [...now.codeIds.filter((id) => id !== code.id), code.id] }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') void leave();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const status = { typing: '', kept: composer.draftKept, saving: composer.saving, saved: composer.saved };

  return (
    <form
      class="composer"
      aria-label={words.composerLabel}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <blockquote>{quote}</blockquote>
      <TagField
        words={words}
        codes={codes}
        chosen={body.codeIds}
        hasFocus={focus === 'tags'}
        onChange={(codeIds) => change((now) => ({ ...now, codeIds }))}
        onCreate={(name) => void createCode(name)}
      />
      <textarea
        aria-label={composer.memo}
        placeholder={composer.memoPlaceholder}
        value={body.memo}
        rows={4}
        ref={(area) => {
          if (focus === 'memo' && area && !area.dataset.focused) {
            area.dataset.focused = 'yes';
            area.focus();
          }
        }}
        readOnly={isBusy}
        onInput={(event) => {
          const memo = event.currentTarget.value;
          change((now) => ({ ...now, memo }));
        }}
      />
      {isPrivate && <p class="notice">{composer.staysHere}</p>}
      {fault && (
        <p class="notice" role="alert">
          {faults[fault]}
        </p>
      )}
      <footer>
        <span class="status" role="status">
          {status[progress]}
        </span>
        {isStored && (
          <button type="button" class="button quiet" onClick={() => void finish(props.onRemove, false)}>
            {composer.remove}
          </button>
        )}
        <button type="button" class="button" onClick={() => void leave()}>
          {composer.cancel}
        </button>
        <button type="submit" class="button primary" disabled={isBusy}>
          {composer.save}
        </button>
      </footer>
    </form>
  );
}
