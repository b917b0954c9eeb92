import { useEffect, useState } from 'preact/hooks';
import { ComposerForm } from '../../components/composer-form.tsx';
import '../../components/composer.css';
import { ask } from '../../lib/messaging/ask.ts';
import { type Composition, sendMessage } from '../../lib/messaging/protocol.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Words } from '../../lib/model/words.ts';

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

  const { quote, body, codes, isStored, isPrivate } = composition;
  let typed = body;
  const leave = async () => {
    const isEmpty = typed.memo.trim() === '' && typed.codeIds.length === 0;
    // what was typed and not saved stays as a draft, listed in the panel
    if (!isStored && isEmpty) await ask(() => sendMessage('dropDraft', { id }));
    onClose();
  };
  return (
    <ComposerForm
      words={words}
      quote={quote}
      body={body}
      codes={codes}
      isStored={isStored}
      isPrivate={isPrivate}
      focus={focus}
      onKeep={(next) => {
        typed = next;
        return ask(() => sendMessage('keepDraft', { id, body: next }));
      }}
      onSave={(next) => ask(() => sendMessage('saveBody', { id, body: next }))}
      onCreateCode={(name) => ask(() => sendMessage('ensureCode', { name }))}
      onCancel={() => void leave()}
      onRemove={() => void ask(() => sendMessage('deleteAnnotation', { id })).then(onClose)}
      onSaved={() => setTimeout(onClose, SAVED_SHOWN)}
    />
  );
}
