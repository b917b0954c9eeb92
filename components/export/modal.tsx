import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useModal } from '../use-modal.ts';

interface ModalProps {
  title: string;
  close: string;
  /** While something is being written that must not be left half done. */
  isBusy: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/** A dialogue over the page; Escape and the button leave it, and the focus goes back to where it came from. */
export function Modal({ title, close, isBusy, onClose, children }: ModalProps) {
  const box = useModal();
  const titleId = useId();
  return (
    <dialog
      ref={box}
      class="modal wide"
      aria-labelledby={titleId}
      aria-busy={isBusy}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onClose();
      }}
    >
      <div class="head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="button quiet" disabled={isBusy} onClick={onClose}>
          {close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
