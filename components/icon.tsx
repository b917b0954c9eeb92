/** Strokes on a field of 20 by 20. */
const ICONS = {
  undo: 'M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8',
  redo: 'M13 4l4 4-4 4M17 8H9a5 5 0 0 0 0 10h3',
  next: 'M10 3v14M4 11l6 6 6-6',
  previous: 'M10 17V3M4 9l6-6 6 6',
  library: 'M4 3h3v14H4zM9 3h3v14H9zM13.5 4l3-.8 3 13-3 .8z',
  filter: 'M2 5h16M5 10h10M8 15h4',
  edit: 'M4 16l1-4 8-8 3 3-8 8z',
} as const;

export type IconName = keyof typeof ICONS;

/** A small line drawing that goes with a name said elsewhere: nothing for a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
