import { type FactName, knownFacts } from '../../lib/model/facts.ts';
import type { Detection, ReportFacts as Facts } from '../../lib/model/report.ts';
import type { Words } from '../../lib/model/words.ts';
import { Icon } from '../icon.tsx';
import { factText } from './fact-text.ts';

interface ReportFactsProps {
  detection: Detection;
  /** What the reader knows better. */
  edited: Partial<Facts>;
  words: Words;
  onEdit(): void;
}

const SHOWN = ['issuer', 'year', 'kind', 'level', 'region', 'published'] as const;

/** What is known of the report; what is not known says so, and what the reader wrote is marked as theirs. */
export function ReportFacts({ detection, edited, words, onEdit }: ReportFactsProps) {
  const { panel } = words;
  const facts = knownFacts(detection.facts, edited);
  const isUnofficial = detection.evidence.some(({ clue }) => clue === 'unofficial-host');
  const machineSays = (name: FactName) =>
    name in edited ? panel.machineSays(factText(name, detection.facts, words) ?? panel.unknown) : undefined;
  return (
    <section class="facts" aria-label={panel.facts}>
      <header>
        <h1 title={machineSays('title')}>
          {facts.title ?? facts.issuer ?? panel.unknown}
          {'title' in edited && <EditedMark says={machineSays('title')} words={words} />}
        </h1>
        <button
          type="button"
          class="button quiet"
          aria-label={panel.editFacts}
          title={panel.editFacts}
          onClick={onEdit}
        >
          <Icon name="edit" />
        </button>
      </header>
      {isUnofficial && <p class="notice">{panel.unofficialHost}</p>}
      <dl>
        {SHOWN.map((name) => {
          const value = factText(name, facts, words);
          return (
            <div key={name}>
              <dt>{panel[name]}</dt>
              <dd class={value === null ? 'unknown' : ''} title={machineSays(name)}>
                {value ?? panel.unknown}
                {name in edited && <EditedMark says={machineSays(name)} words={words} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** Says by eye and by ear that the reader put this in, and what the machine says. */
function EditedMark({ says, words }: { says: string | undefined; words: Words }) {
  return (
    <small class="edited">
      {words.panel.edited}
      <span class="visually-hidden">{says}</span>
    </small>
  );
}
