import { readFileSync } from 'node:fs';
import type { ServedPage } from '../../scripts/serve/site.ts';
import { sample } from './harness.ts';

const REPORT = sample('trs-linzhu-gaj-2023');
const HTML = readFileSync(REPORT.file, 'utf8');
const HOST = 'http://gaj.linzhu-shili.gov.cn';

const paragraphs = readFileSync(REPORT.file.replace(/\.html$/, '.expected.txt'), 'utf8')
  .trim()
  .split('\n');
const head = (charset = 'utf-8') =>
  `<!doctype html><html><head><meta charset="${charset}"><title>${REPORT.expected.title}</title></head>`;
const article = (body: string) =>
  `<body><h1>${REPORT.expected.title}</h1><div class="TRS_Editor">${body}</div></body></html>`;
const asParagraphs = (lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');
const address = (name: string) => `${HOST}/zwgk/fzzfjs/202403/${name}.html`;

/** All two-byte codes of GBK, the other way round: the platform only decodes. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
        codes.set(character, [high, low]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? [code] : (codes.get(character) ?? [0x3f]);
    }),
  );
}

function repeatedTo(length: number): string[] {
  const lines: string[] = [];
  let size = 0;
  while (size < length) {
    for (const line of paragraphs) {
      lines.push(line);
      size += line.length;
    }
  }
  return lines;
}

/** Every two characters in an element of their own. */
const inPieces = (line: string) => line.replace(/.{1,2}/gu, (pair) => `<span>${pair}</span>`);

const page = (name: string, bytes: string | Uint8Array, more: Partial<ServedPage> = {}): ServedPage => ({
  url: address(name),
  body: { bytes },
  ...more,
});

export const PLAIN = page('plain', head() + article(asParagraphs(paragraphs)));
export const GBK = page('gbk', encodeGbk(head('gbk') + article(asParagraphs(paragraphs))));
export const MILLION = page('million', head() + article(asParagraphs(repeatedTo(1_000_000))));
export const ONE_BLOCK = page('one-block', head() + article(repeatedTo(100_000).join('<br>')));
export const MANY_NODES = page(
  'many-nodes',
  head() +
    article(
      repeatedTo(100_000)
        .map((line) => `<p>${inPieces(line)}</p>`)
        .join(''),
    ),
);
export const EMPTY = page('empty', `${head()}<body></body></html>`);
export const ENDLESS = page(
  'endless',
  head() + article(asParagraphs(paragraphs)).replace('</body></html>', ''),
  {
    neverEnds: true,
  },
);
export const LATE = page(
  'late',
  `${head()}<body><h1></h1><div id="zoom"></div><script>
  setTimeout(() => {
    document.querySelector('h1').textContent = document.title;
    for (const line of ${JSON.stringify(paragraphs)}) {
      const p = document.createElement('p'); p.textContent = line; document.querySelector('#zoom').append(p);
    }
  }, 1500);</script></body></html>`,
);
/** A paragraph more every 100 ms while the page is being read, then silence. */
export const GROWING = page(
  'growing',
  `${head()}${article(asParagraphs(paragraphs)).replace(
    '</body>',
    `<script>let n = 0; const timer = setInterval(() => {
      const p = document.createElement('p'); p.textContent = '（续）新增办理案件' + ++n + '件。';
      document.querySelector('.TRS_Editor').append(p); if (n === 20) clearInterval(timer);
    }, 100);</script></body>`,
  )}`,
);
export const FRAME_CONTENT: ServedPage = {
  url: `${HOST}/zwgk/fzzfjs/202403/frame-content.html`,
  body: { bytes: head() + article(asParagraphs(paragraphs)) },
};
export const FRAME = page(
  'frame',
  `${head()}<body><h1>${REPORT.expected.title}</h1><iframe src="/zwgk/fzzfjs/202403/frame-content.html" width="900" height="600"></iframe></body></html>`,
);
/** The sample's own page, whose text another address shows too. */
export const COPY = page('copy', HTML);

export const HARD_PAGES = [
  PLAIN,
  GBK,
  MILLION,
  ONE_BLOCK,
  MANY_NODES,
  EMPTY,
  ENDLESS,
  LATE,
  GROWING,
  FRAME_CONTENT,
  FRAME,
  COPY,
];
