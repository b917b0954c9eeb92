// Runs in the page that is measured; bundled and put there by painting.bench.ts.
import { createTextAnnotator } from '@recogito/text-annotator';
import spansStyle from '@recogito/text-annotator/text-annotator.css?inline';
import Mark from 'mark.js';
import { BUDGET } from '../../entrypoints/annotator.content/read-page.ts';
import { analyse } from '../../lib/analysis/analyse.ts';
import { findingsOf } from '../../lib/analysis/findings.ts';
import { createPainter } from '../../lib/marks/markjs-painter.ts';
import type { Layer } from '../../lib/marks/painter.ts';
import { MARK_STYLE } from '../../lib/marks/style.ts';
import type { Span } from '../../lib/model/span.ts';
import { readPageInSlices } from '../../lib/page/page-reader.ts';
import { readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';

export type Way = 'ours' | 'markRanges' | 'recogito';

/** Times in milliseconds. */
export interface Measured {
  /** From the call until all is drawn and laid out, and until the browser has shown it. */
  whole: number;
  seen: number;
  /** The part of that in which script or layout runs: the page had its turn in the rest. */
  busy: number;
  /** Until the call returned, laid out: what is in the viewport is drawn then. */
  first: number;
  /** The longest stretch of script, without and with the layout that follows it. */
  slice: number;
  frame: number;
  /** Annotations that are shown. */
  shown: number;
}

const painting = {
  /** Lines become paragraphs, or one block with breaks. */
  async open(lines: readonly string[], isOneBlock: boolean): Promise<void> {
    const text = document.createElement('div');
    text.id = 'text';
    const parts = lines.map((line) => {
      if (isOneBlock) return [document.createTextNode(line), document.createElement('br')];
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      return [paragraph];
    });
    text.append(...parts.flat());
    document.body.replaceChildren(text);
    addStyle(MARK_STYLE);
    layOut();
    // marks come into a page that the reader sees already: its own first picture is none of their cost
    await shown();
  },

  async draw(way: Way, spans: readonly Span[]): Promise<Measured> {
    const root = document.querySelector<HTMLElement>('#text');
    if (!root) throw new Error('no page was opened');
    if (way === 'ours') {
      const layer: Layer = { category: 'figure', marks: spans.map((span, at) => ({ id: `${at}`, span })) };
      return paintOurs(root, [layer]);
    }
    return way === 'recogito' ? paintRecogito(root, spans) : paintPlain(root, spans);
  },

  /** The longest step of reading the page that was opened, and all of it, in milliseconds. */
  async read(): Promise<{ whole: number; slice: number }> {
    let slice = 0;
    let began = performance.now();
    const first = began;
    const pause = async (): Promise<void> => {
      slice = Math.max(slice, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 0));
      began = performance.now();
    };
    await readPageInSlices(document, location.href, { now: () => performance.now(), pause, budget: BUDGET });
    return { whole: performance.now() - first, slice: Math.max(slice, performance.now() - began) };
  },

  /** Reads the page that is open as the extension does and paints what it finds. */
  async drawReport(): Promise<Measured> {
    const root = findReportRoot(document);
    if (!root) throw new Error('there is no text on the page');
    const page = readText(root);
    let next = 0;
    const findings = findingsOf(page.text, analyse(page, ruleset), leadPhrase, () => `${next++}`);
    addStyle(MARK_STYLE);
    const layers = (['measure', 'shortcoming', 'figure'] as const).map((category) => ({
      category,
      marks: findings
        .filter((finding) => finding.category === category)
        .map(({ id, mark }) => ({ id, span: mark })),
    }));
    layOut();
    return paintOurs(root, layers, page);
  },
};

export type Painting = typeof painting;
Object.assign(globalThis, { painting });

/** Resolves when the browser has shown what is there now. */
const shown = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });

/** Reading a box makes the browser lay the page out. */
const layOut = (): number => document.body.getBoundingClientRect().height;

function addStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}

async function paintOurs(root: Element, layers: Layer[], page = readText(root)): Promise<Measured> {
  const slices = timeSlices();
  const began = performance.now();
  const painter = createPainter(page);
  const done = painter.paint(layers);
  const called = performance.now() - began;
  layOut();
  const first = performance.now() - began;
  await done;
  layOut();
  const whole = performance.now() - began;
  slices.stop();
  await shown();
  const seen = performance.now() - began;
  const ids = new Set([...root.querySelectorAll<HTMLElement>('.zhupi')].map(({ dataset }) => dataset.id));
  return {
    whole,
    seen,
    first,
    busy: first + slices.frames.reduce((sum, time) => sum + time, 0),
    slice: Math.max(called, ...slices.times),
    frame: Math.max(first, ...slices.frames),
    shown: ids.size,
  };
}

/** Times every slice from now on, with the layout that it leaves to the browser. */
function timeSlices() {
  const times: number[] = [];
  const frames: number[] = [];
  const { requestIdleCallback, setTimeout } = window;
  const timed =
    <T>(work: (given: T) => void) =>
    (given: T): void => {
      const began = performance.now();
      work(given);
      times.push(performance.now() - began);
      layOut();
      frames.push(performance.now() - began);
    };
  window.requestIdleCallback = (work, options) => requestIdleCallback.call(window, timed(work), options);
  window.setTimeout = ((work: (given: unknown) => void, delay?: number, given?: unknown) =>
    setTimeout(timed(work), delay, given)) as typeof setTimeout;
  return { times, frames, stop: () => Object.assign(window, { requestIdleCallback, setTimeout }) };
}

async function paintPlain(root: Element, spans: readonly Span[]): Promise<Measured> {
  const ranges = spans.map(({ start, end }) => ({ start, length: end - start }));
  // the same look: lines and tints cost the browser time too
  addStyle(MARK_STYLE.replaceAll('[data-category="figure"]', ''));
  layOut();
  const began = performance.now();
  new Mark(root).markRanges(ranges, { element: 'mark', className: 'zhupi' });
  layOut();
  const whole = performance.now() - began;
  await shown();
  const seen = performance.now() - began;
  const marks = root.querySelectorAll('mark').length;
  return { whole, seen, first: whole, busy: whole, slice: whole, frame: whole, shown: marks };
}

async function paintRecogito(root: HTMLElement, spans: readonly Span[]): Promise<Measured> {
  addStyle(spansStyle);
  const page = readText(root);
  // with its ranges ready made: finding them by offsets costs it more
  const annotations = spans.map((span, at) => ({
    id: `${at}`,
    bodies: [],
    target: {
      annotation: `${at}`,
      selector: page.rangeOf(span).map((range) => ({ quote: range.toString(), ...span, range })),
    },
  }));
  const began = performance.now();
  const annotator = createTextAnnotator(root);
  const drawn = new Promise<void>((resolve) => annotator.renderer.on('onRedraw', resolve));
  annotator.setAnnotations(annotations);
  layOut();
  const first = performance.now() - began;
  await drawn;
  layOut();
  const whole = performance.now() - began;
  await shown();
  const seen = performance.now() - began;
  const ids = new Set(
    [...root.querySelectorAll<HTMLElement>('.r6o-annotation')].map(({ dataset }) => dataset.annotation),
  );
  return { whole, seen, first, busy: whole, slice: first, frame: first, shown: ids.size };
}
