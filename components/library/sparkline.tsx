import { pointsOf } from './chart.ts';

const BOX = { width: 80, height: 22, margin: 3 };

/** A small line of how something went over the reports; its words are for those who don't see it. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const points = pointsOf(values, BOX);
  if (points.length < 2) return null;
  return (
    <svg class="sparkline" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="2" />
      ))}
    </svg>
  );
}
