import { pointsOf } from './chart.ts';

const BOX = { width: 80, height: 22, margin: 3 };
/** More lines than these can't be told apart: they are drawn faintly, as a band. */
const FEW = 5;

interface SparklineProps {
  /** One line for each body, year by year; `null`: no report of that year, or not stated there. */
  lines: (number | null)[][];
  label: string;
}

/** How something went over the years of one body, or of several; its words are for those who don't see it. */
export function Sparkline({ lines, label }: SparklineProps) {
  const drawn = lines.filter((values) => values.filter((value) => value !== null).length > 1);
  if (drawn.length === 0) return null;
  return (
    <svg
      class="sparkline"
      data-many={drawn.length > FEW}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={label}
    >
      {drawn.map((values, index) => {
        const points = pointsOf(values, BOX);
        return (
          <g key={index}>
            <polyline points={points.map((point) => point.join(',')).join(' ')} />
            {points.map(([x, y]) => (
              <circle key={x} cx={x} cy={y} r="2" />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
