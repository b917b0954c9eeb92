import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/model/words.ts';
import { type Bar, BarChart } from './bar-chart.tsx';

interface ChartDrawerProps {
  words: Words;
  title: string;
  source: string;
  bars: Bar[];
  onSave(svg: SVGSVGElement, format: 'svg' | 'png'): void;
  onClose(): void;
}

/** A row of the indicator table as a picture; the row itself is the table beside it. */
export function ChartDrawer({ words, title, source, bars, onSave, onClose }: ChartDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const save = (format: 'svg' | 'png') => {
    const svg = dialog.current?.querySelector('svg');
    if (svg) onSave(svg, format);
  };
  return (
    <dialog class="drawer chart" ref={dialog} onClose={onClose} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {words.compare.close}
        </button>
      </header>
      <BarChart title={title} source={source} bars={bars} />
      <p class="row-actions">
        {(['svg', 'png'] as const).map((format) => (
          <button key={format} type="button" class="button" onClick={() => save(format)}>
            {words.compare.exportChart} {format.toUpperCase()}
          </button>
        ))}
      </p>
    </dialog>
  );
}
