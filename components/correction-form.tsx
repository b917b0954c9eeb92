import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CorrectedFields, Correction } from '../lib/model/correction.ts';
import { shownFinding } from '../lib/model/line-ends.ts';
import type { Fault, Outcome } from '../lib/model/outcome.ts';
import type { Span } from '../lib/model/span.ts';
import type { Words } from '../lib/model/words.ts';

interface CorrectionFormProps {
  words: Words;
  quote: string;
  correction: Correction;
  topics: { id: string; name: string }[];
  /** What is selected on the page now; `null`: nothing of the report. */
  onAskSelection(): Promise<(Span & { words: string }) | null>;
  onSave(fields: CorrectedFields): Promise<Outcome<unknown>>;
  onClose(): void;
}

const CATEGORIES = ['measure', 'figure', 'shortcoming'] as const;

/** What the reader says a finding really is; what is left as the machine has it is not stored. */
export function CorrectionForm({
  words,
  quote,
  correction,
  topics,
  onAskSelection,
  onSave,
  onClose,
}: CorrectionFormProps) {
  const { finding, fields } = correction;
  const { figure } = finding;
  const { card, categories, composer, faults } = words;
  const [category, setCategory] = useState(fields.category ?? finding.category);
  const [topic, setTopic] = useState(fields.topic ?? finding.topic ?? '');
  const [indicator, setIndicator] = useState(fields.indicator ?? figure?.indicator ?? '');
  const [value, setValue] = useState(String(fields.value ?? figure?.value ?? ''));
  const [unit, setUnit] = useState(fields.unit ?? figure?.unit ?? '');
  const [span, setSpan] = useState(fields.span ?? null);
  const [shown, setShown] = useState(shownFinding(quote, finding.category === 'figure'));
  const [fault, setFault] = useState<Fault | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const number = Number(value.replace(/[,，\s]/g, ''));
  const isNumber = value.trim() !== '' && Number.isFinite(number);
  const isFigure = figure !== undefined && category === 'figure';

  const save = async () => {
    const changed: CorrectedFields = {};
    if (category !== finding.category) changed.category = category;
    if (topic !== (finding.topic ?? '')) changed.topic = topic;
    if (isFigure) {
      if (indicator.trim() !== figure.indicator) changed.indicator = indicator.trim();
      if (number !== figure.value) changed.value = number;
      if (unit.trim() !== (figure.unit ?? '')) changed.unit = unit.trim() === '' ? null : unit.trim();
    }
    if (span) changed.span = span;
    const outcome = await onSave(changed);
    if (outcome.ok) onClose();
    else setFault(outcome.fault);
  };

  const redraw = async () => {
    const selected = await onAskSelection();
    if (!selected) return setFault('nothing-selected');
    setFault(null);
    setSpan({ start: selected.start, end: selected.end });
    setShown(selected.words);
  };

  return (
    <form
      class="composer correction"
      aria-label={card.correct}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFigure || isNumber) void save();
      }}
    >
      <blockquote>{shown}</blockquote>
      <button type="button" class="button redraw" onClick={() => void redraw()}>
        {card.redraw}
      </button>
      <label>
        {card.category}
        <select
          ref={first}
          value={category}
          onChange={(event) => {
            const chosen = CATEGORIES.find((each) => each === event.currentTarget.value);
            if (chosen) setCategory(chosen);
          }}
        >
          {CATEGORIES.filter((each) => each !== 'figure' || figure).map((each) => (
            <option key={each} value={each}>
              {categories[each]}
            </option>
          ))}
        </select>
      </label>
      {isFigure && (
        <>
          <label>
            {card.indicator}
            <input value={indicator} onInput={(event) => setIndicator(event.currentTarget.value)} />
          </label>
          <label>
            {card.value}
            <input
              inputMode="decimal"
              value={value}
              aria-invalid={!isNumber}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          </label>
          <label>
            {card.unit}
            <input value={unit} onInput={(event) => setUnit(event.currentTarget.value)} />
          </label>
        </>
      )}
      {!isFigure && (
        <label>
          {card.topic}
          <select value={topic} onChange={(event) => setTopic(event.currentTarget.value)}>
            <option value="">{card.notStated}</option>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isFigure && !isNumber && (
        <p class="notice" role="alert">
          {card.notANumber}
        </p>
      )}
      {fault && (
        <p class="notice" role="alert">
          {faults[fault]}
        </p>
      )}
      <footer>
        <button type="button" class="button" onClick={onClose}>
          {composer.cancel}
        </button>
        <button type="submit" class="button primary" disabled={isFigure && !isNumber}>
          {composer.save}
        </button>
      </footer>
    </form>
  );
}
