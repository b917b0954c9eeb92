/** One bar: what it stands for, how long it is, and the figure as it is written. */
export interface Bar {
  label: string;
  value: number;
  written: string;
}

interface BarChartProps {
  title: string;
  /** Where the figures come from; goes with the picture wherever it is taken. */
  source: string;
  bars: Bar[];
}

const ROW = 30;
const TOP = 40;
const WIDTH = 720;
const SIZE = 14;

/** About how wide a text is drawn, in pixels: a Chinese character is as wide as it is high. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? SIZE : SIZE * 0.6), 0);
}

/**
 * Figures of several reports as lying bars, so that no label is ever cut or turned. Length tells, not colour: it reads
 * in greyscale. All looks are attributes, since the picture is also saved by itself.
 */
export function BarChart({ title, source, bars }: BarChartProps) {
  const labels = Math.max(...bars.map(({ label }) => widthOf(label)), 40) + 12;
  const values = Math.max(...bars.map(({ written }) => widthOf(written)), 30) + 12;
  const room = Math.max(120, WIDTH - labels - values);
  const width = labels + room + values;
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const height = TOP + bars.length * ROW + 34;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${title}。${bars.map(({ label, written }) => `${label} ${written}`).join('；')}`}
      font-family="'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
      font-size={SIZE}
    >
      <rect width={width} height={height} fill="#ffffff" />
      <text x={0} y={22} font-size={16} font-weight="600" fill="#1f1d1a">
        {title}
      </text>
      {bars.map(({ label, value, written }, index) => {
        const y = TOP + index * ROW;
        const length = Math.max(1, (Math.abs(value) / most) * room);
        return (
          <g key={label} fill="#1f1d1a">
            <text x={labels - 8} y={y + 19} text-anchor="end">
              {label}
            </text>
            <rect x={labels} y={y + 5} width={length} height={ROW - 12} fill="#b5301c" />
            <text x={labels + length + 6} y={y + 19}>
              {written}
            </text>
          </g>
        );
      })}
      <text x={0} y={height - 10} font-size={12} fill="#5c564e">
        {source}
      </text>
    </svg>
  );
}
