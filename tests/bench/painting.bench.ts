import type { Page } from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { analyse } from '../../lib/analysis/analyse.ts';
import type { Span } from '../../lib/model/span.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { launchBare } from '../../scripts/drive/chromium.ts';
import { serveSite } from '../../scripts/serve/site.ts';
import { ROOT } from '../../scripts/setup/build.ts';
import { reportTexts } from '../corpus/anchoring/texts.ts';
import { addressOf, CHROMIUM, SAMPLES, sample } from '../e2e/harness.ts';
import { injectionRows } from './painting-injection.ts';
import type { Measured, Painting, Way } from './painting-page.ts';

declare const painting: Painting;

/** One page for each of the three reports; samples stand in where the reports are not at hand. */
const REPORT_PAGES = ['trs-000', 'ucap-001', 'plain-004'].filter((name) =>
  SAMPLES.some((each) => each.name === name),
);
if (REPORT_PAGES.length === 0) REPORT_PAGES.push('trs-linzhu-gaj-2023');

const BLANK = 'http://bench.gov.cn/blank.html';
const RUNS = 11;
/** Height of a window that shows a page of 50,000 characters whole, in CSS pixels. */
const TALL = 40_000;

/** How fast marks are painted: alone, beside two libraries, and from the injection of the whole extension. */
export async function bench(): Promise<void> {
  if (CHROMIUM === null) throw new Error('no Chromium is installed');
  const script = await pageScript();
  const site = await serveSite([
    { url: BLANK, body: { bytes: '<!doctype html><meta charset="utf-8"><title>blank</title><body>' } },
    ...SAMPLES.map(({ file, expected }) => ({ url: expected.url, body: { file } })),
  ]);
  const tabs = await launchBare(CHROMIUM, site.port);
  /** A fresh page for every run: what one has warmed up must not help the next. */
  const onPage = async <T>(url: string, run: (page: Page) => Promise<T>, height = 900): Promise<T> => {
    const page = await tabs.open(url);
    await page.setViewport({ width: 1280, height });
    await page.addScriptTag({ content: script });
    const measured = await run(page);
    await page.close();
    return measured;
  };
  try {
    console.log('painting alone, milliseconds, layout included (goal: first marks under 50)');
    console.table(await reportRows(onPage));
    console.log('reading text and clues in slices, as the annotator does');
    console.table(await readingRows(onPage));
    console.log('whole painting of the figures of a long text');
    console.table(await longRows(onPage));
    console.log(`50,000 characters, all of them in a window ${TALL} pixels high, the same annotations shown`);
    console.table(await besideRows(onPage));
  } finally {
    await tabs.close();
    await site.close();
  }
  console.log('the whole extension, from its injection; milliseconds (goal: first marks under 50)');
  console.table(await injectionRows(REPORT_PAGES, RUNS));
}

type OnPage = <T>(url: string, run: (page: Page) => Promise<T>, height?: number) => Promise<T>;

async function reportRows(onPage: OnPage) {
  const rows = [];
  for (const name of REPORT_PAGES) {
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) {
      runs.push(await onPage(addressOf(sample(name)), (page) => page.evaluate(() => painting.drawReport())));
    }
    rows.push({ page: name, marks: runs[0]?.shown, ...rowOf(runs) });
  }
  return rows;
}

async function readingRows(onPage: OnPage) {
  const rows = [];
  for (const size of [50_000, 200_000, 1_000_000]) {
    const { lines } = longText(size);
    const { whole, slice } = await onPage(BLANK, (page) =>
      page.evaluate(async (text) => {
        await painting.open(text, false);
        return painting.read();
      }, lines),
    );
    rows.push({ characters: size, whole: round(whole), 'longest slice': round(slice) });
  }
  return rows;
}

async function longRows(onPage: OnPage) {
  const rows = [];
  for (const [size, isOneBlock, count] of [
    [50_000, false, 11],
    [200_000, false, 7],
    [1_000_000, false, 3],
    [1_000_000, true, 1],
  ] as const) {
    const { lines, spans } = longText(size);
    const ours: Measured[] = [];
    const plain: Measured[] = [];
    // by turns, so that whatever else the machine does meets both
    for (let run = 0; run < count; run++) {
      ours.push(await onPage(BLANK, (page) => drawOn(page, 'ours', lines, spans, isOneBlock)));
      plain.push(await onPage(BLANK, (page) => drawOn(page, 'markRanges', lines, spans, isOneBlock)));
    }
    const whole = median(ours.map((run) => run.whole));
    rows.push({
      characters: size,
      form: isOneBlock ? 'one block' : 'paragraphs',
      marks: `${ours[0]?.shown} of ${spans.length}`,
      ...rowOf(ours),
      markRanges: round(median(plain.map((run) => run.whole))),
      ratio: ratioOf(ours, plain, 'whole'),
      'ratio seen': ratioOf(ours, plain, 'seen'),
      'µs per character': Number(((whole * 1000) / size).toFixed(2)),
    });
  }
  return rows;
}

async function besideRows(onPage: OnPage) {
  const { lines, spans } = longText(50_000);
  const ways = ['ours', 'markRanges', 'recogito'] as const;
  const runs = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
  for (let run = 0; run < 5; run++) {
    for (const way of ways) {
      runs.get(way)?.push(await onPage(BLANK, (page) => drawOn(page, way, lines, spans, false), TALL));
    }
  }
  return [...runs].map(([way, own]) => ({
    way,
    shown: `${own[0]?.shown} of ${spans.length}`,
    ...rowOf(own),
  }));
}

function drawOn(page: Page, way: Way, lines: string[], spans: Span[], isOneBlock: boolean) {
  return page.evaluate(
    async (...[how, text, places, form]) => {
      await painting.open(text, form);
      return painting.draw(how, places);
    },
    way,
    lines,
    spans,
    isOneBlock,
  );
}

/** A text of that length from the reports, and its figures: offsets into the joined lines. */
function longText(size: number): { lines: string[]; spans: Span[] } {
  const source = reportTexts().flatMap((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const lines: string[] = [];
  const blocks: Span[] = [];
  for (let at = 0, length = 0; length < size; at++) {
    const line = source[at % source.length] ?? '';
    lines.push(line);
    blocks.push({ start: length, end: length + line.length });
    length += line.length;
  }
  const { figures } = analyse({ text: lines.join(''), blocks }, ruleset);
  return { lines, spans: figures.map(({ start, end }) => ({ start, end })) };
}

function rowOf(runs: readonly Measured[]) {
  const of = (key: Exclude<keyof Measured, 'shown'>): number => round(median(runs.map((run) => run[key])));
  return {
    first: of('first'),
    whole: of('whole'),
    seen: of('seen'),
    busy: of('busy'),
    'longest slice': of('slice'),
    'with layout': of('frame'),
  };
}

/** Ours to theirs, of the medians. */
function ratioOf(ours: readonly Measured[], theirs: readonly Measured[], key: 'whole' | 'seen'): number {
  const of = (runs: readonly Measured[]): number => median(runs.map((run) => run[key]));
  return Number((of(ours) / of(theirs)).toFixed(2));
}

const round = (time: number): number => Number(time.toFixed(1));

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The program that measures in the page, as one classic script. */
async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: `${ROOT}/tests/bench/painting-page.ts`, formats: ['iife'], name: 'page' },
    },
  });
  const [{ output }] = built as Rollup.RollupOutput[] as [Rollup.RollupOutput];
  const [chunk] = output;
  return chunk.code;
}
