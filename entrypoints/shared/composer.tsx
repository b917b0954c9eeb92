import { useEffect, useState } from 'preact/hooks';
import { ComposerForm } from '../../components/composer-form.tsx';
import { CorrectionForm } from '../../components/correction-form.tsx';
import '../../components/composer.css';
import { ask } from '../../lib/messaging/ask.ts';
import { type Composition, sendMessage } from '../../lib/messaging/protocol.ts';
import { type Body, isEmptyBody, isSameBody } from '../../lib/model/annotation.ts';
import type { CorrectedFields } from '../../lib/model/correction.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';
import topics from '../../seeds/topics.json';

interface ComposerProps {
  /** Id of a draft or of a stored note. */
  id: string;
  words: Words;
  focus: 'tags' | 'memo';
  onClose(): void;
}

/** How long "saved" stays to be read, in milliseconds. */
const SAVED_SHOWN = 700;

/** The composer form joined to the background: for the frame at the passage and for the panel. */
export function Composer({ id, words, focus, onClose }: ComposerProps) {
  const [composition, setComposition] = useState<Composition | null>();
  const [fault, setFault] = useState<Fault | null>(null);

  useEffect(() => {
    void ask(() => sendMessage('composition', { id })).then((outcome) => {
      if (outcome.ok) setComposition(outcome.value);
      else setFault(outcome.fault);
    });
  }, [id]);

  if (fault) return <p class="notice">{words.faults[fault]}</p>;
  if (composition === undefined) return null;
  if (composition === null) return <p class="empty">{words.composer.nothingToShow}</p>;

  const { quote, body, stored, codes, isPrivate } = composition;
  const { correction } = body;
  if (correction) {
    const save = (fields: CorrectedFields) => {
      const corrected = { ...body, correction: { ...correction, verdict: 'corrected' as const, fields } };
      return ask(() => sendMessage('saveBody', { id, body: corrected }));
    };
    const close = () => {
      if (stored === null) void ask(() => sendMessage('dropDraft', { id }));
      onClose();
    };
    const named = topics.map((topic) => ({ id: topic.id, name: topic[words.language] }));
    return (
      <CorrectionForm
        words={words}
        quote={quote}
        correction={correction}
        topics={named}
        onAskSelection={() => sendMessage('askSelection').catch(() => null)}
        onSave={save}
        onClose={close}
      />
    );
  }
  const keep = (next: Body) => ask(() => sendMessage('keepDraft', { id, body: next }));
  // what was typed and not saved stays as a draft, listed in the panel
  const leave = (last: Body) =>
    (stored ? isSameBody(last, stored) : isEmptyBody(last))
      ? ask(() => sendMessage('dropDraft', { id }))
      : keep(last);
  return (
    <ComposerForm
      words={words}
      quote={quote}
      body={body}
      codes={codes}
      isStored={stored !== null}
      isPrivate={isPrivate}
      focus={focus}
      onKeep={keep}
      onLeave={leave}
      onSave={(next) => ask(() => sendMessage('saveBody', { id, body: next }))}
      onRemove={() => ask(() => sendMessage('deleteAnnotation', { id }))}
      onCreateCode={(name) => ask(() => sendMessage('ensureCode', { name }))}
      onClose={(wasSaved) => setTimeout(onClose, wasSaved ? SAVED_SHOWN : 0)}
    />
  );
}
