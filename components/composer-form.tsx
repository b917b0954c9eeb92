import { useEffect, useRef, useState } from 'preact/hooks';
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
  /** Keeps what was typed so far; called at most every `KEEP_EVERY` milliseconds. */
  onKeep(body: Body): Promise<Outcome<unknown>>;
  onSave(body: Body): Promise<Outcome<unknown>>;
  onCreateCode(name: string): Promise<Outcome<Code>>;
  onCancel(): void;
  onRemove(): void;
  /** Shown as saved long enough to be read. */
  onSaved(): void;
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
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);

  const change = (next: Body) => {
    setBody(next);
    setProgress('typing');
    clearTimeout(keeping.current);
    keeping.current = setTimeout(async () => {
      const outcome = await props.onKeep(next);
      setFault(outcome.ok ? null : outcome.fault);
      setProgress((now) => (now === 'typing' && outcome.ok ? 'kept' : now));
    }, KEEP_EVERY);
  };
  useEffect(() => () => clearTimeout(keeping.current), []);

  const save = async () => {
    if (progress === 'saving' || progress === 'saved') return;
    clearTimeout(keeping.current);
    setProgress('saving');
    const outcome = await props.onSave(body);
    setFault(outcome.ok ? null : outcome.fault);
    setProgress(outcome.ok ? 'saved' : 'typing');
    if (outcome.ok) props.onSaved();
  };
  const createCode = async (name: string) => {
    const outcome = await props.onCreateCode(name);
    if (!outcome.ok) return setFault(outcome.fault);
    const code = outcome.value;
    setCodes((known) => (known.some(({ id }) => id === code.id) ? known : [...known, code]));
    change({ ...body, codeIds: [...body.codeIds.filter((id) => id !== code.id), code.id] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') props.onCancel();
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
        onChange={(codeIds) => change({ ...body, codeIds })}
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
        onInput={(event) => change({ ...body, memo: event.currentTarget.value })}
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
          <button type="button" class="button quiet" onClick={props.onRemove}>
            {composer.remove}
          </button>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {composer.cancel}
        </button>
        <button type="submit" class="button primary" disabled={progress === 'saving' || progress === 'saved'}>
          {composer.save}
        </button>
      </footer>
    </form>
  );
}
