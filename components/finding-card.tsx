import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../lib/model/correction.ts';
import { oneLine } from '../lib/model/line-ends.ts';
import type { Finding } from '../lib/model/reading-view.ts';
import type { PageWords } from '../lib/model/words.ts';

interface FindingCardProps {
  finding: Finding;
  words: PageWords;
  /** Name of its topic, where it has one. */
  topic: string | undefined;
  /** Whether it takes the focus: by a command, never by a click on the mark. */
  hasFocus: boolean;
  /** Number of the reader's notes on the same place. */
  noteCount: number;
  onNote(): void;
  /** Opens the note of that number, from 0. */
  onOpenNote(number: number): void;
  onJudge(verdict: Verdict): void;
  /** Takes the reader's judgement back. */
  onRetract(): void;
  onClose(): void;
}

/** What the machine found at one mark, and why: shown at the mark. */
export function FindingCard({
  finding,
  topic,
  words,
  hasFocus,
  noteCount,
  onNote,
  onOpenNote,
  onJudge,
  onRetract,
  onClose,
}: FindingCardProps) {
  const { card, categories } = words;
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (hasFocus) box.current?.focus();
  }, [hasFocus]);
  return (
    <section
      class="card"
      role="dialog"
      aria-label={card.label}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <span class="category" data-category={finding.category}>
          {categories[finding.category]}
        </span>
        <button type="button" class="button quiet" aria-label={card.close} onClick={onClose}>
          ×
        </button>
      </header>
      <dl>
        {figureRows(finding, words).map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
        {topic !== undefined && <Row label={card.topic} value={topic} />}
        <Row label={card.rule} value={words.rules[finding.ruleId] ?? finding.ruleId} />
        {finding.verdict ? (
          <Row label={card.verdict} value={card.verdicts[finding.verdict]} />
        ) : (
          <Row label={card.certainty} value={`${Math.round(finding.certainty * 100)}%`} />
        )}
      </dl>
      {noteCount > 0 && (
        <p class="notes-here">
          {Array.from({ length: noteCount }, (_, number) => (
            <button key={number} type="button" class="button" onClick={() => onOpenNote(number)}>
              {card.noteHere(number + 1, noteCount)}
            </button>
          ))}
        </p>
      )}
      <footer>
        <button type="button" class="button" onClick={onNote}>
          {card.note}
        </button>
        {finding.verdict ? (
          <button type="button" class="button" onClick={onRetract}>
            {card.retract}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => onJudge('accepted')}>
            {card.accept}
          </button>
        )}
        <button type="button" class="button" onClick={() => onJudge('corrected')}>
          {card.correct}
        </button>
        <button type="button" class="button" onClick={() => onJudge('dismissed')}>
          {card.dismiss}
        </button>
      </footer>
    </section>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function figureRows(
  { figure, quote }: Finding,
  { card, kinds, approxes, htmlLang }: PageWords,
): [string, string][] {
  if (!figure) return [];
  const number = new Intl.NumberFormat(htmlLang, { maximumFractionDigits: 6 });
  const value =
    figure.valueMax === undefined
      ? number.format(figure.value)
      : `${number.format(figure.value)}–${number.format(figure.valueMax)}`;
  const rows: [string, string][] = [
    [card.asWritten, oneLine(quote)],
    [card.indicator, figure.indicator || card.notStated],
    [card.value, figure.unit === null ? value : `${value} ${figure.unit}`],
    [card.kind, kinds[figure.kind]],
  ];
  if (figure.approx !== 'exact') rows.push([card.hedge, approxes[figure.approx]]);
  const change = [
    figure.direction === 'up' ? card.up : figure.direction === 'down' ? card.down : '',
    figure.from === undefined ? '' : card.changeFrom(number.format(figure.from)),
  ].filter((part) => part !== '');
  if (change.length > 0) rows.push([card.change, change.join(' · ')]);
  return rows;
}
