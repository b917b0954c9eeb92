import type { Piece } from '../lib/model/difference.ts';

const TAGS = { same: 'span', old: 'del', new: 'ins' } as const;

/** Two texts in one: what was taken out struck through, what was put in underlined. */
export function Difference({ pieces }: { pieces: Piece[] }) {
  return (
    <span class="difference">
      {pieces.map(({ sort, text }, index) => {
        const Tag = TAGS[sort];
        return <Tag key={index}>{text}</Tag>;
      })}
    </span>
  );
}
