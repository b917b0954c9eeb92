import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useModal } from '../use-modal.ts';

interface DialogProps {
  title: string;
  cancel: string;
  /** The word on the button that goes ahead. */
  sure: string;
  isReady: boolean;
  onSure(): void;
  onClose(): void;
  children: ComponentChildren;
}

/** A question that is answered before anything else goes on; Escape and the second button leave it. */
export function Dialog({ title, cancel, sure, isReady, onSure, onClose, children }: DialogProps) {
  const box = useModal();
  const titleId = useId();
  return (
    <dialog ref={box} class="modal" aria-labelledby={titleId} onCancel={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSure();
        }}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
        <div class="buttons">
          <button type="submit" class="button primary" disabled={!isReady}>
            {sure}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
