import { codePath } from '../model/code-path.ts';
import { gapsIn, lineFinder, partsWords, shownQuote } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import type { Bundle, BundledReport, BundledState } from './bundle.ts';
import { dateIn, factList, nameOf, stateName } from './outline.ts';

/** The look of the page; needs nothing from elsewhere. Colours keep 4.5:1 on their grounds. */
const STYLE = `
:root{color-scheme:light}
body{margin:0 auto;max-width:46rem;padding:1.5rem;color:#1f1d1a;background:#fff;font:1rem/1.8 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1,h2,h3{line-height:1.35}h1{border-bottom:3px solid #b5301c;padding-bottom:.4rem}
article{margin-bottom:3rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;font-size:.9rem}
dt{color:#5c564e}dd{margin:0;overflow-wrap:anywhere}
.text p{margin:.5em 0;white-space:pre-wrap;overflow-wrap:anywhere}
.text table{border-collapse:collapse}.text td{border:1px solid #ddd6cb;padding:.2rem .5rem}
mark{background:none;color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:3px}
mark.measure{text-decoration-color:#1d6b57}
mark.figure{text-decoration-style:dotted;text-decoration-color:#1a5fa8}
mark.shortcoming{background:#fbeae6;text-decoration-style:wavy;text-decoration-color:#b5301c}
mark.note{background:#fff3c4;text-decoration-style:double;text-decoration-color:#8a5a00}
sup a{color:#8a5a00;text-decoration:none;font-weight:700}
a{color:#1a5fa8}.notes li{margin:.8em 0}blockquote{margin:0;padding-left:.8rem;border-left:3px solid #ddd6cb}
.memo{white-space:pre-wrap;overflow-wrap:anywhere}.about{color:#5c564e;font-size:.9rem}
footer{color:#5c564e;font-size:.85rem}
@media print{body{max-width:none;padding:0;font-size:11pt}article{break-before:page}article:first-of-type{break-before:auto}li,blockquote{break-inside:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit}}
`;

/** One mark of the text: what a class is made of, and the number of a note. */
interface Drawn extends Span {
  kind: 'measure' | 'figure' | 'shortcoming' | 'note';
  /** From 1; `null`: a finding. */
  number: number | null;
}

/**
 * All reports as one HTML file that needs no network and no scripts: the text with the marks of findings and notes, the
 * notes beneath it. What comes from pages and readers is escaped, and the file's own policy lets nothing be loaded.
 */
export function htmlOf(bundle: Bundle, words: Words): string {
  const title = words.export.documentTitle(bundle.name);
  return [
    '<!doctype html>',
    `<html lang="${escaped(words.htmlLang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    legend(words),
    ...bundle.reports.map((report, index) => article(report, `r${index + 1}`, bundle, words)),
    '</main>',
    `<footer><p>${escaped(words.export.exportedOn(dateIn(bundle.exported, words.htmlLang)))}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function legend({ export: own, categories }: Words): string {
  const kinds = (['measure', 'figure', 'shortcoming', 'note'] as const).map(
    (kind) => `<mark class="${kind}">${escaped(categories[kind])}</mark>`,
  );
  return `<p>${escaped(own.legend)}${escaped(own.colon)}${kinds.join(' ')}</p>`;
}

function article(report: BundledReport, id: string, bundle: Bundle, words: Words): string {
  const facts = factList(report, words).map(([label, value]) => {
    const isLink = /^https?:\/\//.test(value);
    const shown = isLink ? `<a href="${escaped(value)}">${escaped(value)}</a>` : escaped(value);
    return `<dt>${escaped(label)}</dt><dd>${shown}</dd>`;
  });
  return [
    `<article id="${id}" aria-labelledby="${id}-title">`,
    `<h2 id="${id}-title">${escaped(nameOf(report, words))}</h2>`,
    `<dl>${facts.join('')}</dl>`,
    ...report.states.map((state, index) => stateHtml(state, `${id}-${index + 1}`, bundle, words)),
    '</article>',
  ].join('\n');
}

function stateHtml(state: BundledState, id: string, bundle: Bundle, words: Words): string {
  const { export: own } = words;
  const name = stateName(state, words);
  const codeById = new Map(bundle.codes.map((code) => [code.id, code]));
  const drawn: Drawn[] = [
    ...state.findings.map(({ category, mark }) => ({ ...mark, kind: category, number: null })),
    ...state.notes.map(({ annotation }, index) => ({
      start: annotation.target.position.start,
      end: annotation.target.position.end,
      kind: 'note' as const,
      number: index + 1,
    })),
  ];
  const notes = state.notes.map(({ annotation, state: now }, index) => {
    const { target, body, created } = annotation;
    const about = [
      ...body.codeIds.map((codeId) => codePath(codeId, codeById).join(' / ')).filter((path) => path !== ''),
      ...(now === 'found' ? [] : [words.noteStates[now]]),
      dateIn(created, words.htmlLang),
    ];
    return [
      `<li id="${id}-n${index + 1}">`,
      `<blockquote>${escaped(shownQuote(target.quote.exact))}</blockquote>`,
      body.memo.trim() === '' ? '' : `<p class="memo">${escaped(body.memo)}</p>`,
      `<p class="about">${escaped(about.join(' · '))}</p>`,
      '</li>',
    ].join('');
  });
  return [
    `<section aria-labelledby="${id}-text">`,
    `<h3 id="${id}-text">${escaped(name === null ? own.text : `${own.text} · ${name}`)}</h3>`,
    `<div class="text">${blocksHtml(state, drawn, id)}</div>`,
    ...(notes.length > 0
      ? [`<h3>${escaped(own.notes)}</h3>`, `<ol class="notes">${notes.join('\n')}</ol>`]
      : []),
    '</section>',
  ].join('\n');
}

/** The text's blocks as paragraphs and tables, with the marks that reach into them; what stands between them is left out. */
function blocksHtml(
  { snapshot: { text, blocks } }: BundledState,
  drawn: readonly Drawn[],
  id: string,
): string {
  const whole: readonly Block[] = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  const sorted = drawn.toSorted((a, b) => a.start - b.start);
  const next = lineFinder(text);
  let from = 0;
  let place: Block['cell'];
  const lines = whole.map((block) => {
    // marks are short: those that end before this block begins are never needed again
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= block.start) from++;
    const own = sorted.slice(from).filter(({ start, end }) => start < block.end && end > block.start);
    const opening = between(place, block.cell);
    place = block.cell;
    const inner = marked(text, block, next, own, id);
    return `${opening}${block.cell === undefined ? `<p>${inner}</p>` : `<td>${inner}</td>`}`;
  });
  return [...lines, between(place, undefined)].join('\n');
}

/** What ends and begins between two blocks, each a cell of a table or none. */
function between(last: Block['cell'], next: Block['cell']): string {
  if (last && next && last.table === next.table) return last.row === next.row ? '' : '</tr><tr>';
  return `${last ? '</tr></tbody></table>' : ''}${next ? '<table><tbody><tr>' : ''}`;
}

/** A block cut where marks begin and end; each piece stands in all marks that cover it. */
function marked(
  text: string,
  block: Block,
  next: (from: number) => number,
  drawn: readonly Drawn[],
  id: string,
): string {
  const gaps = gapsIn(text, block, next);
  const cuts = new Set([block.start, block.end, ...gaps.flatMap(({ start, end }) => [start, end])]);
  for (const { start, end } of drawn) {
    if (start > block.start) cuts.add(start);
    if (end < block.end) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  let nextGap = 0;
  return places
    .slice(0, -1)
    .map((start, index) => {
      const end = places[index + 1] ?? block.end;
      const over = drawn.filter((mark) => mark.start <= start && mark.end >= end);
      while ((gaps[nextGap]?.end ?? Number.POSITIVE_INFINITY) < end) nextGap++;
      const own = gaps[nextGap];
      const gap = own && own.start <= start ? own : undefined;
      const space = gap && gap.end === end && partsWords(text, gap) ? ' ' : '';
      const inner = gap ? space : escaped(text.slice(start, end));
      const ends = over.filter((mark) => mark.number !== null && mark.end === end);
      return [
        ...over.map(({ kind }) => `<mark class="${kind}">`),
        inner,
        ...over.map(() => '</mark>'),
        ...ends.map(({ number }) => `<sup><a href="#${id}-n${number}">[${number}]</a></sup>`),
      ].join('');
    })
    .join('');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it; control characters, which it can't hold, and lone surrogates become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
