/** One bar: what it stands for, how long it is, and the figure in words. */
export interface Bar {
  key: string;
  label: string;
  value: number;
  written: string;
}

interface BarChartProps {
  title: string;
  /** Where the figures come from; goes with the picture wherever it is taken. */
  source: string;
  bars: Bar[];
  /** Leads to the sentence of a bar. */
  onOpen(bar: Bar): void;
}

const ROW = 30;
const LINE = 24;
const SOURCE_LINE = 18;
const WIDTH = 720;
const SIZE = 14;
const TITLE_SIZE = 16;
const SOURCE_SIZE = 12;
/** Around everything, so that the picture can stand on any page. */
const MARGIN = 14;

/** About how wide a text is drawn, in pixels: a Chinese character is as wide as it is high. */
function widthOf(text: string, size = SIZE): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? size : size * 0.6), 0);
}

/** The text in lines that fit; a picture breaks none by itself. */
function linesOf(text: string, size: number, width: number): string[] {
  const lines = [''];
  for (const sign of text) {
    const last = lines.length - 1;
    if (widthOf(`${lines[last]}${sign}`, size) > width) lines.push(sign);
    else lines[last] += sign;
  }
  return lines;
}

/**
 * Figures of several reports as lying bars, so that no label is ever cut or turned. Length tells, not colour: it reads
 * in greyscale. All looks are attributes, since the picture is also saved by itself. Each bar leads to its sentence.
 */
export function BarChart({ title, source, bars, onOpen }: BarChartProps) {
  const labels = Math.max(...bars.map(({ label }) => widthOf(label)), 40) + 12;
  const values = Math.max(...bars.map(({ written }) => widthOf(written)), 30) + 12;
  const room = Math.max(160, WIDTH - labels - values);
  const width = Math.ceil(labels + room + values);
  const titles = linesOf(title, TITLE_SIZE, width);
  const sources = linesOf(source, SOURCE_SIZE, width);
  const top = titles.length * LINE + 12;
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const bottom = top + bars.length * ROW;
  const height = bottom + sources.length * SOURCE_LINE + 16;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-MARGIN} ${-MARGIN / 2} ${width + 2 * MARGIN} ${height + MARGIN}`}
      width={width + 2 * MARGIN}
      height={height + MARGIN}
      role="group"
      aria-label={title}
      font-family="'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
      font-size={SIZE}
    >
      <rect x={-MARGIN} y={-MARGIN / 2} width={width + 2 * MARGIN} height={height + MARGIN} fill="#ffffff" />
      <Lines lines={titles} y={20} step={LINE} size={TITLE_SIZE} fill="#1f1d1a" weight="600" />
      {bars.map((bar, index) => {
        const { key, label, value, written } = bar;
        const y = top + index * ROW;
        const length = Math.max(1, (Math.abs(value) / most) * room);
        return (
          <g
            key={key}
            fill="#1f1d1a"
            role="button"
            tabindex={0}
            aria-label={`${label} ${written}`}
            onClick={() => onOpen(bar)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onOpen(bar);
            }}
          >
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
      <Lines lines={sources} y={bottom + 20} step={SOURCE_LINE} size={SOURCE_SIZE} fill="#5c564e" />
    </svg>
  );
}

interface LinesProps {
  lines: readonly string[];
  y: number;
  step: number;
  size: number;
  fill: string;
  weight?: string;
}

function Lines({ lines, y, step, size, fill, weight = '400' }: LinesProps) {
  return (
    <>
      {lines.map((line, index) => (
        <text key={index} x={0} y={y + index * step} font-size={size} font-weight={weight} fill={fill}>
          {line}
        </text>
      ))}
    </>
  );
}
