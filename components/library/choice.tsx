interface ChoiceProps {
  label: string;
  isOn: boolean;
  onSwitch(isOn: boolean): void;
}

/** A box to tick, with its words. */
export function Choice({ label, isOn, onSwitch }: ChoiceProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
