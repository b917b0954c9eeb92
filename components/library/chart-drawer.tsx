import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/model/words.ts';
import { type Bar, BarChart } from './bar-chart.tsx';

interface ChartDrawerProps {
  words: Words;
  title: string;
  source: string;
  bars: Bar[];
  onOpen(bar: Bar): void;
  onSave(svg: SVGSVGElement, format: 'svg' | 'png'): void;
  onClose(): void;
}

/** A row of the indicator table as a picture, with the same as a table for those who don't see it. */
export function ChartDrawer({ words, title, source, bars, onOpen, onSave, onClose }: ChartDrawerProps) {
  const { compare } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const save = (format: 'svg' | 'png') => {
    const svg = dialog.current?.querySelector('svg');
    if (svg) onSave(pictureOf(svg), format);
  };
  return (
    <dialog class="drawer chart" ref={dialog} onClose={onClose} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {compare.close}
        </button>
      </header>
      <BarChart title={title} source={source} bars={bars} onOpen={onOpen} />
      <table class="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{compare.report}</th>
            <th scope="col">{compare.figure}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, written }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{written}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="row-actions">
        {(['svg', 'png'] as const).map((format) => (
          <button key={format} type="button" class="button" onClick={() => save(format)}>
            {compare.exportChart} {format.toUpperCase()}
          </button>
        ))}
      </p>
    </dialog>
  );
}

/** The drawing without what only a page can do. */
function pictureOf(svg: SVGSVGElement): SVGSVGElement {
  const picture = svg.cloneNode(true) as SVGSVGElement;
  picture.setAttribute('role', 'img');
  for (const bar of picture.querySelectorAll('[tabindex]')) {
    for (const name of ['tabindex', 'role', 'aria-label']) bar.removeAttribute(name);
  }
  return picture;
}
