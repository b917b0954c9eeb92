import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { launchChromium } from '../../scripts/drive/chromium.ts';
import { ownPages } from '../../scripts/serve/pages.ts';
import { serveSite } from '../../scripts/serve/site.ts';
import { ensureBuilt, extensionFolder, OUTPUT, ROOT } from '../../scripts/setup/build.ts';
import { CHROMIUM } from './harness.ts';

const REPORT = [
  '示例市水务局2024年度法治政府建设情况报告',
  '2024年，示例市水务局认真落实法治政府建设要求，依法履行职责。现将有关情况报告如下：',
  '一、主要举措和成效',
  '（一）规范行政执法。全年办理水事案件36件，开展执法检查120次，制定《示例市节约用水办法》。',
  '（二）加强普法宣传。组织专题培训8场，培训执法人员240人次，执法能力稳步提升。',
  '二、存在的不足',
  '一是执法力量仍然薄弱，基层执法人员业务能力有待提高。',
  '二是普法形式不够丰富，宣传效果还有差距。',
  '三、下一步工作安排',
  '下一步，我局将加强执法队伍建设，健全监督机制。',
].join('\n');

/** What old editors save on a Chinese Windows; there is only a decoder to be had. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const known = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      known.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((sign) => known.get(sign) ?? [sign.charCodeAt(0)]));
}

const folder = mkdtempSync(join(tmpdir(), 'zhupi-own-'));
const file = (name: string) => join(folder, name);
beforeAll(() => {
  writeFileSync(file('utf8.txt'), `\ufeff${REPORT}`);
  writeFileSync(file('gbk.txt'), gbk(REPORT));
  writeFileSync(file('utf16.txt'), Buffer.from(`\ufeff${REPORT.replaceAll('\n', '\r')}`, 'utf16le'));
  writeFileSync(file('untitled'), REPORT);
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('blank.html'), '\ufeff \r\n');
  writeFileSync(file('scan.pdf'), '%PDF-1.7\n');
  writeFileSync(file('disguised.txt'), '%PDF-1.7\n');
  writeFileSync(file('old.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  writeFileSync(file('noise.txt'), Buffer.from('e5b9b400010200', 'hex'));
  const lines = REPORT.split('\n').map((line) => `<p>${line}`);
  writeFileSync(
    file('bodyless.html'),
    `<!DOCTYPE html><meta charset=utf-8><title>报告</title>${lines.join('\n')}`,
  );
  writeFileSync(file('exported.doc'), `<html><body><p>${REPORT}</p></body></html>`);
  writeFileSync(file('words.html'), '只有一行字，没有任何标记。');
  mkdirSync(file('folder.txt'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', `${name}.ts`), ...args], {
    cwd: folder,
    encoding: 'utf8',
    // npm names the folder it was called in; here that is this one
    env: { ...process.env, INIT_CWD: folder },
  });

const REFUSED = [
  ['empty.txt', 'is empty'],
  ['blank.html', 'is empty'],
  ['missing.txt', 'does not exist'],
  ['missing.html', 'does not exist'],
  ['folder.txt', 'is a folder'],
  ['scan.pdf', 'is neither a saved page (.html) nor a plain text (.txt)'],
  ['disguised.txt', 'is neither a saved page (.html) nor a plain text (.txt)'],
  ['old.doc', 'is neither a saved page (.html) nor a plain text (.txt)'],
  ['noise.txt', 'is neither a saved page (.html) nor a plain text (.txt)'],
] as const;

test.each(REFUSED)('npm start of %s says that it %s', (name, why) => {
  expect(() => ownPages([file(name)])).toThrow(`The file ${file(name)} ${why}.`);
});

test('npm start with a file that does not exist says so and ends with 1', () => {
  const { stderr, status } = command('start', '--headless', 'missing.txt');
  expect(stderr).toContain('zhupi: The file missing.txt does not exist.\n');
  expect(status).toBe(1);
});

test('analyse says what is wrong with each file and goes on with the others', () => {
  const { stdout, stderr, status } = command('analyse', ...REFUSED.map(([name]) => name), 'utf8.txt');
  expect(stderr.split('\n').filter((line) => line.startsWith('analyse:'))).toEqual(
    REFUSED.map(([name, why]) => `analyse: The file ${name} ${why}.`),
  );
  expect(JSON.parse(stdout).source).toBe('utf8.txt');
  expect(status).toBe(1);
});

test.each(['utf8.txt', 'gbk.txt', 'utf16.txt', 'untitled', 'exported.doc', 'bodyless.html'])(
  'analyse reads %s',
  (name) => {
    const { stdout, status } = command('analyse', name);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).report).toMatchObject({ isReport: true, year: 2024 });
  },
);

test('analyse takes a page of bare words for a page without a report', () => {
  const { stdout, stderr } = command('analyse', 'words.html');
  expect(stderr).not.toContain('analyse:');
  expect(JSON.parse(stdout).report.isReport).toBe(false);
});

test.each(['nonsense', 'www.example.gov.cn/a.html', 'file:///a.html', ''])(
  'analyse takes no %j for an address',
  (address) => {
    const { stderr, stdout, status } = command('analyse', `--url=${address}`, 'utf8.txt');
    expect(stderr).toContain('takes a page’s whole address');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  },
);

test.each(['utf8.txt', 'gbk.txt', 'utf16.txt', 'untitled'])(
  'npm start serves %s with each line as a paragraph',
  (name) => {
    const [page] = ownPages([file(name)]);
    const body = page && 'bytes' in page.body ? String(page.body.bytes) : '';
    expect(body.match(/<p>[^<]*<\/p>/g)).toEqual(REPORT.split('\n').map((line) => `<p>${line}</p>`));
  },
);

test('npm start serves a page that names no charset as UTF-8 by its mark', () => {
  const [page] = ownPages([file('words.html')]);
  expect(page?.body).toEqual({ bytes: '\ufeff只有一行字，没有任何标记。' });
});

describe.skipIf(CHROMIUM === null)('in Chromium', () => {
  test('the button is pressed before the extension’s worker first ran, and the panel opens', async () => {
    ensureBuilt(['chrome']);
    const pages = ownPages([file('utf8.txt')]);
    const site = await serveSite(pages);
    const driven = await launchChromium({
      executable: CHROMIUM ?? '',
      extensionFolder: extensionFolder('chrome'),
      port: site.port,
      headless: true,
    });
    try {
      const page = await driven.open(pages[0]?.url ?? '');
      const panel = await driven.openPanel(page);
      await panel.waitForSelector('.facts dd');
      expect(await panel.$eval('.facts', (facts) => facts.textContent)).toContain('2024年');
      expect(await page.$eval('mark.zhupi', (mark) => mark.textContent)).not.toBe('');
    } finally {
      await driven.close();
      await site.close();
    }
  });

  test('npm start walks the main job on a text in GBK', () => {
    const { stdout, stderr, status } = command('start', '--headless', 'gbk.txt');
    expect(stderr).not.toContain('failed');
    expect(status).toBe(0);
    expect(stdout).toContain('1. gbk.txt');
    const made = readdirSync(join(OUTPUT, 'walk'));
    expect(made).toEqual(expect.arrayContaining(['1-page.png', '1-panel.png', '9-library.png']));
    const csv = made.find((name) => name.endsWith('.csv')) ?? '';
    const table = readFileSync(join(OUTPUT, 'walk', csv), 'utf8').slice(1);
    const [note] = Papa.parse<Record<string, string>>(table, { header: true }).data;
    expect(REPORT).toContain(note?.[zh.columns.quote]);
    expect(note?.[zh.columns.tags]).toBe('待跟进');
  });

  test('npm start on a page that is no report takes a picture of it', () => {
    const { stdout, status } = command('start', '--headless', 'words.html');
    expect(status).toBe(0);
    expect(stdout).toContain('No page was recognised as a report');
    expect(stdout).toContain('  1-page.png');
    expect(existsSync(join(OUTPUT, 'walk', '1-page.png'))).toBe(true);
  });
});
