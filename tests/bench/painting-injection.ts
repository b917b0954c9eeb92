import { readFileSync } from 'node:fs';
import { reportTexts } from '../corpus/anchoring/texts.ts';
import { addressOf, type Stage, sample, setStage } from '../e2e/harness.ts';

/** A trace event of Chromium; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  args: { data?: { url?: string; fileName?: string; functionName?: string } };
}

/** Milliseconds from the injection of the annotator. */
interface Traced {
  firstMarks: number;
  allMarks: number;
  /** The longest stretch of the annotator's script, layouts that it asks for included. */
  slice: number;
}

const MILLION = 'http://bench.gov.cn/zwgk/fzzfjs/202403/million.html';
const SCRIPT = /annotator\.js$/;

/** Runs in the page before anything else: notes when marks come, in its own world. */
const WATCH = `new MutationObserver((records) => {
  if (records.some(({ addedNodes }) => [...addedNodes].some((node) => node.localName === 'mark')))
    performance.mark('zhupi-marks');
}).observe(document, { childList: true, subtree: true });`;

/** A row for each page; of the longest stretches of script the longest of all runs. */
export async function injectionRows(names: readonly string[], runs: number) {
  const stage = await setStage([{ url: MILLION, body: { bytes: longPage() } }]);
  try {
    const rows = [];
    for (const name of names) {
      rows.push(rowOf(name, await traces(stage, addressOf(sample(name)), runs, 1_500)));
    }
    rows.push(rowOf('1,000,000 characters', await traces(stage, MILLION, 1, 20_000)));
    return rows;
  } finally {
    await stage.close();
  }
}

async function traces(stage: Stage, url: string, runs: number, patience: number): Promise<Traced[]> {
  const all: Traced[] = [];
  // the first one wakes the worker and is not counted
  for (let run = 0; run <= runs; run++) {
    const page = await stage.browser.newPage();
    await page.evaluateOnNewDocument(WATCH);
    await page.tracing.start({ categories: ['devtools.timeline', 'blink.user_timing', 'v8.execute'] });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await stage.marked(page);
    await new Promise((resolve) => setTimeout(resolve, patience));
    const trace = await page.tracing.stop();
    if (run > 0) all.push(measured(new TextDecoder().decode(trace)));
    await page.close();
  }
  return all;
}

function measured(trace: string): Traced {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const isOurs = ({ args }: TraceEvent): boolean => SCRIPT.test(args.data?.url ?? args.data?.fileName ?? '');
  const injection = traceEvents.find((event) => event.name === 'EvaluateScript' && isOurs(event));
  const marks = traceEvents.filter(({ name }) => name === 'zhupi-marks').map(({ ts }) => ts);
  if (!injection || marks.length === 0) throw new Error('the trace shows no injection or no marks');
  const own = traceEvents.filter((event) => event.tid === injection.tid && isOurs(event));
  const since = (ts: number): number => (ts - injection.ts) / 1000;
  return {
    firstMarks: since(Math.min(...marks)),
    allMarks: since(Math.max(...marks)),
    slice: Math.max(...own.map(({ dur = 0 }) => dur / 1000)),
  };
}

function rowOf(page: string, all: readonly Traced[]) {
  const median = (times: number[]): number =>
    Number((times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1));
  return {
    page,
    'first marks': median(all.map(({ firstMarks }) => firstMarks)),
    'last marks': median(all.map(({ allMarks }) => allMarks)),
    'longest script': Number(Math.max(...all.map(({ slice }) => slice)).toFixed(1)),
  };
}

/** A report of a million characters, in paragraphs, under a title that is recognised. */
function longPage(): string {
  const { file, expected } = sample('trs-linzhu-gaj-2023');
  const head = readFileSync(file.replace(/\.html$/, '.expected.txt'), 'utf8');
  const lines = [head, ...reportTexts()]
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const paragraphs: string[] = [];
  for (let size = 0, at = 0; size < 1_000_000; at++) {
    const line = lines[at % lines.length] ?? '';
    paragraphs.push(`<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
    size += line.length;
  }
  return `<!doctype html><meta charset="utf-8"><title>${expected.title}</title><h1>${expected.title}</h1>
<div class="TRS_Editor">${paragraphs.join('\n')}</div>`;
}
