import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { editsBetween, type FactName, isDay, isReportYear, knownFacts } from '../../lib/model/facts.ts';
import { LEVELS, REPORT_KINDS, type Region, type ReportFacts } from '../../lib/model/report.ts';
import type { Words } from '../../lib/model/words.ts';
import { factText } from './fact-text.ts';

interface FactsFormProps {
  words: Words;
  machine: ReportFacts;
  edited: Partial<ReportFacts>;
  /** Why saving failed; `null`: it did not. */
  fault: string | null;
  onSave(edits: Partial<ReportFacts>): void;
  onClose(): void;
}

const DIVISIONS = ['province', 'city', 'county'] as const;

/** Everything that is known of the report, to be put right; each fact can go back to what the machine says. */
export function FactsForm({ words, machine, edited, fault, onSave, onClose }: FactsFormProps) {
  const { panel, levels } = words;
  const [facts, setFacts] = useState(() => knownFacts(machine, edited));
  // a year is text while it is typed
  const [year, setYear] = useState(facts.year?.toString() ?? '');
  const form = useRef<HTMLFormElement>(null);
  // at once: later it would take the focus from where the reader is by then
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const isYearRight = year.trim() === '' || isReportYear(Number(year));
  const isDayRight = facts.published === null || isDay(facts.published);
  const wanted = { ...facts, year: year.trim() === '' ? null : Number(year) };
  const edits = editsBetween(machine, wanted);
  const set = (change: Partial<ReportFacts>) => setFacts((before) => ({ ...before, ...change }));
  const setDivision = (name: keyof Region, value: string) =>
    setFacts((before) => ({ ...before, region: { ...before.region, [name]: orNull(value) } }));
  const restore = (name: FactName) => {
    set({ [name]: machine[name] });
    if (name === 'year') setYear(machine.year?.toString() ?? '');
  };
  const field = (name: FactName, content: ComponentChildren) => (
    <Field
      key={name}
      words={words}
      name={name}
      machine={name in edits ? (factText(name, machine, words) ?? panel.unknown) : null}
      onRestore={() => restore(name)}
    >
      {content}
    </Field>
  );
  const submit = () => {
    if (isYearRight && isDayRight) onSave(edits);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  return (
    <form
      class="facts facts-form"
      aria-label={panel.editFacts}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      {field(
        'title',
        <textarea
          aria-label={panel.title}
          rows={2}
          value={facts.title ?? ''}
          onInput={(event) => set({ title: orNull(event.currentTarget.value) })}
        />,
      )}
      {field(
        'issuer',
        <input
          aria-label={panel.issuer}
          value={facts.issuer ?? ''}
          onInput={(event) => set({ issuer: orNull(event.currentTarget.value) })}
        />,
      )}
      {field(
        'year',
        <input
          aria-label={panel.year}
          inputMode="numeric"
          maxLength={4}
          value={year}
          aria-invalid={!isYearRight}
          onInput={(event) => setYear(event.currentTarget.value)}
        />,
      )}
      {!isYearRight && <Mistake>{panel.wrongYear}</Mistake>}
      {field(
        'kind',
        <Choice
          label={panel.kind}
          unknown={panel.unknown}
          value={facts.kind}
          options={REPORT_KINDS.map((kind) => [kind, kind])}
          onChoose={(kind) => set({ kind })}
        />,
      )}
      {field(
        'level',
        <Choice
          label={panel.level}
          unknown={panel.unknown}
          value={facts.level}
          options={LEVELS.map((level) => [level, levels[level]])}
          onChoose={(level) => set({ level })}
        />,
      )}
      {field(
        'region',
        <span class="divisions">
          {DIVISIONS.map((name) => (
            <input
              key={name}
              aria-label={panel.divisions[name]}
              placeholder={panel.divisions[name]}
              value={facts.region[name] ?? ''}
              onInput={(event) => setDivision(name, event.currentTarget.value)}
            />
          ))}
        </span>,
      )}
      {field(
        'published',
        <input
          aria-label={panel.published}
          placeholder="2025-01-31"
          maxLength={10}
          value={facts.published ?? ''}
          aria-invalid={!isDayRight}
          onInput={(event) => set({ published: orNull(event.currentTarget.value) })}
        />,
      )}
      {!isDayRight && <Mistake>{panel.wrongDay}</Mistake>}
      {fault && (
        <p class="notice" role="alert">
          {fault}
        </p>
      )}
      <footer>
        <button type="button" class="button" onClick={onClose}>
          {words.composer.cancel}
        </button>
        <button type="submit" class="button primary">
          {words.composer.save}
        </button>
      </footer>
    </form>
  );
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

interface FieldProps {
  words: Words;
  name: FactName;
  /** What the machine says, where the reader says something else. */
  machine: string | null;
  onRestore(): void;
  children: ComponentChildren;
}

function Field({ words: { panel }, name, machine, onRestore, children }: FieldProps) {
  return (
    <div class="field">
      <span class="name">{panel[name]}</span>
      {children}
      {machine !== null && (
        <p class="machine">
          {panel.machineSays(machine)}
          <button type="button" class="button quiet" onClick={onRestore}>
            {panel.restore}
            <span class="visually-hidden"> {panel[name]}</span>
          </button>
        </p>
      )}
    </div>
  );
}

function Mistake({ children }: { children: ComponentChildren }) {
  return (
    <p class="mistake" role="alert">
      {children}
    </p>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  unknown: string;
  value: Value | null;
  options: [Value, string][];
  onChoose(value: Value | null): void;
}

function Choice<Value extends string>({ label, unknown, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChoose(options.find(([each]) => each === currentTarget.value)?.[0] ?? null)
      }
    >
      <option value="">{unknown}</option>
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}
