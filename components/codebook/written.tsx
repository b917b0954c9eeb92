import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface WrittenProps {
  label: string;
  value: string;
  /** Several lines, which may be blank; otherwise one line, which may not. */
  isLong?: boolean;
  placeholder?: string;
  /** The field takes the focus, ready to be written over, and tells so. */
  isCalled?: boolean;
  onCalled?(): void;
  onWritten(text: string): void;
}

/** A text that is told when the field is left or Enter is pressed; what is being typed outlives a redrawing. */
export function Written({
  label,
  value,
  isLong = false,
  placeholder,
  isCalled = false,
  onCalled,
  onWritten,
}: WrittenProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(null), [value]);
  useLayoutEffect(() => {
    if (!isCalled) return;
    field.current?.focus();
    field.current?.select();
    onCalled?.();
  }, [isCalled]);
  const leave = (text: string) => {
    if (text === value || (!isLong && text === '')) setTyped(null);
    else onWritten(text);
  };
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }) => setTyped(currentTarget.value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea
          id={id}
          rows={5}
          maxLength={100_000}
          placeholder={placeholder}
          value={typed ?? value}
          onInput={onInput}
          onChange={({ currentTarget }) => leave(currentTarget.value)}
        />
      ) : (
        <input
          id={id}
          type="text"
          maxLength={200}
          ref={field}
          value={typed ?? value}
          onInput={onInput}
          onChange={({ currentTarget }) => leave(currentTarget.value.trim())}
        />
      )}
    </div>
  );
}
