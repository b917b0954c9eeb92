import { basename, extname, join, resolve } from 'node:path';
import { decodePage, decodeText, looksLikeHtml, namesCharset } from '../../lib/import/page-bytes.ts';
import { readSource } from '../analyse/source.ts';
import { ROOT } from '../setup/build.ts';
import { samplesIn } from './samples.ts';
import type { ServedPage } from './site.ts';

/** The sample reports, then the pages that only look like reports. */
export function samplePages(): ServedPage[] {
  return ['seeds/reports', 'seeds/lookalikes']
    .flatMap((folder) => samplesIn(join(ROOT, folder)))
    .map(({ file, expected }) => ({ url: expected.url, body: { file } }));
}

/**
 * The reader's own files as pages: a saved page under the address it came from when it names a government's,
 * else under a local one; a plain text with its lines as paragraphs. Throws a sentence for what can't be read.
 */
export function ownPages(files: readonly string[]): ServedPage[] {
  return files.map((file, index) => {
    const bytes = readSource(file, resolve(process.env.INIT_CWD ?? '.', file));
    if (looksLikeHtml(file, bytes)) {
      const html = decodePage(bytes);
      const url = savedFrom(html) ?? localAddress(index, file);
      // a browser would guess, often wrongly; the byte-order mark tells it
      const body = { bytes: namesCharset(bytes) ? bytes : `\ufeff${html.replace(/^\ufeff/, '')}` };
      return { url, body, source: file };
    }
    const title = basename(file, extname(file));
    return {
      url: localAddress(index, file),
      body: { bytes: pageOfText(decodeText(bytes), title) },
      source: file,
    };
  });
}

/** No government's host: nothing vouches for such a page, and the reader asks for it to be read. */
function localAddress(index: number, file: string): string {
  return `http://bendi.localhost/${index + 1}/${encodeURIComponent(basename(file))}`;
}

export function isLocal(url: string): boolean {
  return new URL(url).hostname.endsWith('.localhost');
}

/** Browsers note in a saved page where it came from; many sites do so in a meta tag. */
function savedFrom(html: string): string | null {
  const head = html.slice(0, 20_000);
  const address =
    /<!-- saved from url=\(\d+\)(\S+) -->/.exec(head)?.[1] ??
    /<meta\s+name=["']?url["']?\s+content=["']([^"']+)["']/i.exec(head)?.[1];
  return address && /^https?:\/\/[\w.-]+\.gov\.cn(?::\d+)?\//i.test(address) ? address : null;
}

function pageOfText(text: string, name: string): string {
  const escaped = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const paragraphs = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`);
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escaped(name)}</title>`,
    '<style>body{max-width:46em;margin:2em auto;padding:0 1em;font:17px/1.9 serif}p{text-indent:2em;margin:.4em 0}</style>',
    `</head><body><div class="article-content">${paragraphs.join('\n')}</div></body></html>`,
  ].join('\n');
}
