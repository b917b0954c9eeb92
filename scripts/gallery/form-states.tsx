import { ComposerForm } from '../../components/composer-form.tsx';
import { CorrectionForm } from '../../components/correction-form.tsx';
import { Hints } from '../../components/hints.tsx';
import { FactsForm } from '../../components/panel/facts-form.tsx';
import { done, failed } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';
import { nothing, type States } from './states.ts';
import { CODES, DETECTION, DISMISSED, FIGURE, MARKDOWN, TOPICS } from './values.ts';

/** What is typed into, and what a newcomer reads. */
export function formStates(words: Words): States {
  const well = async () => done(null);
  const composer = {
    words,
    quote: '党委理论学习中心组开展法治专题学习8次',
    codes: CODES,
    // the gallery's focus stays where the reader has it
    focus: 'none' as 'memo',
    onKeep: well,
    onLeave: well,
    onSave: async () => failed('storage-full'),
    onRemove: well,
    onCreateCode: async () => failed('no-answer'),
    onClose: nothing,
  };
  const empty = { memo: '', codeIds: [] };
  const facts = { words, machine: DETECTION.facts, onSave: nothing, onClose: nothing };
  return {
    'facts-form': {
      untouched: <FactsForm {...facts} edited={{}} fault={null} />,
      'edited, wrong day, not saved': (
        <FactsForm
          {...facts}
          edited={{ year: 2023, issuer: '临渚市公安局法制支队', published: '2025-02-30' }}
          fault={words.faults['no-answer']}
        />
      ),
    },
    'composer-form': {
      new: <ComposerForm {...composer} body={empty} isStored={false} isPrivate={false} />,
      'stored, in a private window': (
        <ComposerForm
          {...composer}
          body={{ memo: MARKDOWN, codeIds: ['enforcement', 'follow'] }}
          isStored
          isPrivate
        />
      ),
    },
    'correction-form': {
      figure: (
        <CorrectionForm
          words={words}
          quote={FIGURE.quote}
          correction={{ ...DISMISSED, verdict: 'corrected', finding: FIGURE }}
          topics={Object.entries(TOPICS).map(([id, name]) => ({ id, name }))}
          onAskSelection={async () => null}
          onSave={well}
          onClose={nothing}
        />
      ),
    },
    hints: { 'first run': <Hints words={words} onDismiss={nothing} /> },
  };
}
