import { analyse } from '../../lib/analysis/analyse.ts';
import { detect } from '../../lib/analysis/detect.ts';
import { pageInMhtml } from '../../lib/import/mhtml.ts';
import { decodePage, decodeText, looksLikeHtml } from '../../lib/import/page-bytes.ts';
import type { Clues } from '../../lib/model/clues.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';
import { detectionRules } from '../../lib/rules/zh/detection.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import { reportTextOf } from '../../lib/text/plain-text.ts';
import { unbrokenText } from '../../lib/text/unbroken.ts';

/** Why a file was not taken in. */
export type Refusal = 'no-text' | 'unreadable' | 'too-large' | 'unknown-sort';

const LARGEST = 40 * 1024 * 1024;
/** Where a browser notes the address of a page that it saves. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i;

interface Content {
  text: ReportText;
  clues: Clues;
  url: string;
}

/** Reads a report from a file: a saved page (`.html`, `.mhtml`), plain text, or a Word document. Never throws. */
export async function readFile(file: File): Promise<Capture | Refusal> {
  if (file.size > LARGEST) return 'too-large';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = await contentOf(file.name, bytes);
    if (typeof content === 'string') return content;
    const { text, clues, url } = content;
    if (text.text.trim() === '') return 'no-text';
    return {
      address: canonicalAddress(url),
      url,
      text: text.text,
      blocks: text.blocks,
      outline: analyse(text, ruleset).outline,
      detection: detect(clues, detectionRules, text),
      analyserVersion: ANALYSER_VERSION,
    };
  } catch (error) {
    console.debug('zhupi', error);
    return 'unreadable';
  }
}

async function contentOf(name: string, bytes: Uint8Array): Promise<Content | Refusal> {
  if (/\.mht(?:ml)?$/i.test(name)) {
    const page = pageInMhtml(bytes);
    return page ? pageContent(decodePage(page.bytes), page.address, name) : 'no-text';
  }
  if (/\.docx$/i.test(name)) {
    const { extractRawText } = await import('mammoth');
    const { value } = await extractRawText({ arrayBuffer: bytes.slice().buffer });
    return plainContent(reportTextOf(value, true), name);
  }
  if (looksLikeHtml(name, bytes)) return pageContent(decodePage(bytes), null, name);
  if (bytes[0] === 0x25 || bytes[0] === 0xd0 || bytes.subarray(0, 512).includes(0)) return 'unknown-sort';
  return plainContent(reportTextOf(decodeText(bytes)), name);
}

function pageContent(html: string, address: string | null, name: string): Content {
  // parsed, never shown: nothing in it is run or loaded
  const page = new DOMParser().parseFromString(html, 'text/html');
  const saved = SAVED_FROM.exec(html.slice(0, 4096))?.[1];
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const url = [address, saved, canonical].find((each) => each && /^https?:/.test(each)) ?? ownAddress(name);
  const clues = readClues(page, url);
  const root = findReportRoot(page);
  const text = root ? readText(root) : { text: '', blocks: [] };
  return { text: { text: text.text, blocks: text.blocks }, clues, url };
}

function plainContent(report: ReportText, name: string): Content {
  const { text: words, blocks } = unbrokenText(report)?.report ?? report;
  const lines = blocks.map(({ start, end }) => words.slice(start, end).trim());
  const url = ownAddress(name);
  const page = new DOMParser().parseFromString('<body></body>', 'text/html');
  page.title = lines[0] ?? '';
  const heading = page.createElement('h1');
  heading.textContent = lines[0] ?? '';
  const article = page.createElement('article');
  for (const line of lines) {
    const paragraph = page.createElement('p');
    paragraph.textContent = line;
    article.append(paragraph);
  }
  page.body.append(heading, article);
  return { text: report, clues: readClues(page, url), url };
}

/** A file has no address: its name stands for one. */
function ownAddress(name: string): string {
  return `file:///${encodeURIComponent(name)}`;
}
