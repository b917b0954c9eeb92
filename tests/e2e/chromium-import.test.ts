import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { CHROMIUM, eventually, type Stage, sample, setStage } from './harness.ts';

const PAGE = sample('trs-linzhu-gaj-2023');
const TEXT = sample('plain-yanping-gaj-2024');
const WORD = sample('hanweb-qingxun-2024');
const textOf = ({ file }: typeof PAGE) => readFileSync(file.replace(/\.html$/, '.expected.txt'), 'utf8');

/** The smallest Word document with those paragraphs. */
function docx(lines: readonly string[]): Uint8Array {
  const body = lines
    .map((line) => `<w:p><w:r><w:t>${line.replace(/&/g, '&amp;')}</w:t></w:r></w:p>`)
    .join('');
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

describe.skipIf(CHROMIUM === null)('reports taken in from files, in Chromium', () => {
  let stage: Stage;
  let library: Page;
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-import-'));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    stage = await setStage();
    library = await stage.openExtensionPage('library.html');
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a saved page, a text and a Word document come in with their facts; others are refused with why', async () => {
    const paths = [
      file(
        'saved.html',
        `<!-- saved from url=(0030)${PAGE.expected.url} -->${readFileSync(PAGE.file, 'utf8')}`,
      ),
      file('报告.txt', `${TEXT.expected.title}\n${textOf(TEXT)}`),
      file('报告.docx', docx([WORD.expected.title ?? '', ...textOf(WORD).split('\n')])),
      file('扫描.pdf', '%PDF-1.7\n'),
      file('空.html', '<html><body></body></html>'),
      file('坏.docx', 'no zip at all'),
    ];
    const input = (await library.waitForSelector('.drop-zone input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
    await library.waitForSelector(`::-p-text(${zh.files.progress(6, 6)})`);
    const rows = await eventually(
      () =>
        library.$$eval('table:not(.notes) tbody tr', (all) =>
          all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent)),
        ),
      (all) => all.length === 3,
    );
    const expected = [PAGE, TEXT, WORD].map(({ expected: { issuer, year } }) => [issuer, `${year}年`]);
    expect(rows.toSorted()).toEqual(expected.toSorted());
    expect(await library.$$eval('.refused li', (items) => items.map((item) => item.textContent))).toEqual([
      `扫描.pdf：${zh.files.refusals['unknown-sort']}`,
      `空.html：${zh.files.refusals['no-text']}`,
      `坏.docx：${zh.files.refusals.unreadable}`,
    ]);
  });

  test('a page that was saved keeps the address it came from, so that notes on the live page join it', async () => {
    const addresses = await library.$$eval('table:not(.notes) tbody th a', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(addresses.filter((address) => address?.includes('gov.cn'))).toHaveLength(1);
    // a file that lies somewhere on the reader's disk can't be opened from here
    expect(addresses.filter((address) => address === null)).toHaveLength(2);
  });

  test('two files of one name are two reports, and the same file again is no third', async () => {
    const titles = () =>
      library.$$eval('table:not(.notes) tbody th', (all) => all.map((title) => title.textContent));
    const before = (await titles()).length;
    const input = (await library.waitForSelector('.drop-zone input')) as ElementHandle<HTMLInputElement>;
    const namesakes = [PAGE, TEXT, PAGE, TEXT].map((each, index) => {
      mkdirSync(join(folder, String(index)));
      return file(`${index}/年度报告.txt`, `${each.expected.title}\n${textOf(each)}`);
    });
    await input.uploadFile(...namesakes);
    await library.waitForSelector(`::-p-text(${zh.files.progress(4, 4)})`);
    const now = await eventually(titles, (all) => all.length >= before + 2);
    expect(now.toSorted()).toEqual([...now.slice(2), PAGE.expected.title, TEXT.expected.title].toSorted());
    expect(now.length).toBe(before + 2);
  });

  test('files dropped beside the field are taken in, too: the browser does not leave the page for them', async () => {
    const isTaken = await library.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['%PDF-1.7'], '旁边.pdf'));
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      return !document.querySelector('.bar h1')?.dispatchEvent(drop);
    });
    expect(isTaken).toBe(true);
    await library.waitForSelector('::-p-text(旁边.pdf)');
  });

  test('a text that tells nothing of itself is listed by its file’s name, however long', async () => {
    const name = `${'会议记录'.repeat(15)} 第1稿.txt`;
    const input = (await library.waitForSelector('.drop-zone input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file(name, '今天开会。'));
    await library.waitForSelector(`::-p-text(${name})`);
    await library.setViewport({ width: 480, height: 800 });
    expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);
  });
});
