import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { OUTPUT, ROOT } from '../../scripts/setup/build.ts';
import { findXmllint } from '../../scripts/setup/xmllint.ts';
import { violations } from './axe.ts';
import { type CodebookPage, code, codebookPage, type HeardRow } from './codebook-stage.ts';
import { CHROMIUM, complaints, eventually, type Stage, setStage } from './harness.ts';

const say = zh.codebook;
const PICTURES = join(OUTPUT, 'pictures');
const SCHEMA = join(ROOT, '..', 'shared', 'standards', 'Codebook.xsd');
const xmllint = findXmllint();
const [RULES, DECISIONS, ENFORCEMENT, CRISES] = ['依法行政制度', '行政决策制度', '行政执法', '突发事件应对'];

describe.skipIf(CHROMIUM === null)('the codebook’s page in Chromium', () => {
  let stage: Stage;
  let book: CodebookPage;
  let heard: string[];
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-codebook-'));

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await setStage();
    book = await codebookPage(stage);
    heard = complaints(book.page);
    await code(book.page, [[ENFORCEMENT], [ENFORCEMENT, DECISIONS], [ENFORCEMENT]]);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true });
  });

  const focused = () => book.page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent);
  const alt = async (key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight') => {
    await book.page.keyboard.down('Alt');
    await book.page.keyboard.press(key);
    await book.page.keyboard.up('Alt');
  };
  const ctrlZ = async () => {
    await book.page.keyboard.down('Control');
    await book.page.keyboard.press('z');
    await book.page.keyboard.up('Control');
  };
  const at = (name: string, level: number, place: string) => (rows: HeardRow[]) =>
    rows.some((row) => row.name === name && row.level === level && row.place === place);

  describe('by keyboard alone', () => {
    test('Tab reaches the tree, arrows go about in it, letters jump', async () => {
      const { page } = book;
      await page.focus('nav a[aria-current]');
      for (let presses = 0; (await focused()) === undefined && presses < 12; presses++) {
        await page.keyboard.press('Tab');
      }
      expect(await focused()).toBe('法治政府建设领域');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(RULES);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await book.until((rows) => rows.length === 6);
      await page.keyboard.press('ArrowRight');
      await book.until((rows) => rows.length > 6);
      await page.keyboard.type('t');
      expect(await focused()).toBe(CRISES);
    });

    test('Alt with arrows moves a code, says where it is, and keeps the focus; Ctrl+Z takes it back', async () => {
      await book.choose(ENFORCEMENT);
      await alt('ArrowUp');
      await book.says(say.moved(ENFORCEMENT, '法治政府建设领域', 3, 11));
      await book.until(at(ENFORCEMENT, 2, '3/11'));
      expect(await focused()).toBe(ENFORCEMENT);
      await alt('ArrowRight');
      await book.until(at(ENFORCEMENT, 3, '1/1'));
      await alt('ArrowLeft');
      await book.until(at(ENFORCEMENT, 2, '3/11'));
      await alt('ArrowLeft');
      await book.says(say.moved(ENFORCEMENT, null, 2, 3));
      await alt('ArrowLeft');
      await book.says(say.notMoved);
      expect(await focused()).toBe(ENFORCEMENT);
      // back as it came: into the sibling, out again, beside it, in its old place
      for (const [level, place] of [
        [2, '3/11'],
        [3, '1/1'],
        [2, '3/11'],
        [2, '4/11'],
      ] as const) {
        await ctrlZ();
        await book.until(at(ENFORCEMENT, level, place));
      }
      await book.says(say.undone(say.acts['code-move']));
    });

    test('F2 renames; the new name is there after a reload', async () => {
      await book.choose(CRISES);
      await book.page.keyboard.press('F2');
      await book.page.waitForFunction(() => document.activeElement?.matches('.code-editor input'));
      await book.page.keyboard.type('应急');
      await book.page.keyboard.press('Enter');
      await book.until((rows) => rows.some(({ name }) => name === '应急'));
      await book.page.reload();
      await book.page.waitForSelector('[role="tree"]');
      await book.until((rows) => rows.some(({ name }) => name === '应急'));
    });

    test('Delete asks first, says what hangs on the code, and Escape leaves it', async () => {
      await book.choose(ENFORCEMENT);
      await book.page.keyboard.press('Delete');
      expect(await book.dialogText()).toContain(say.removeSays(3, 0));
      await book.page.keyboard.press('Escape');
      await book.page.waitForFunction(() => !document.querySelector('dialog'));
      await eventually(focused, (name) => name === ENFORCEMENT);
    });
  });

  describe('by mouse alone', () => {
    test('a code is dragged into another, and before another', async () => {
      await book.drag(DECISIONS, RULES, 0.5);
      await book.until(at(DECISIONS, 3, '1/1'));
      await book.drag(DECISIONS, '政府机构职能', 0.1);
      await book.until(at(DECISIONS, 2, '1/11'));
      await book.press(say.undo);
      await book.press(say.undo);
      await book.until(at(DECISIONS, 2, '3/11'));
    });

    test('a code doesn’t go into what stands under it', async () => {
      const before = await book.rows();
      await book.drag('法治政府建设领域', RULES, 0.5);
      await book.choose(RULES);
      expect((await book.rows()).map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    });

    test('buttons move it where dragging is hard', async () => {
      await book.choose(RULES);
      await book.press(say.moveDown);
      await book.until(at(RULES, 2, '3/11'));
      await book.press(say.moveUp);
      await book.until(at(RULES, 2, '2/11'));
    });

    test('a new code is named at once, under another when asked', async () => {
      await book.choose(RULES);
      await book.press(say.addUnder);
      await book.until(at(say.newCode, 3, '1/1'));
      await book.page.waitForFunction(() => document.activeElement?.matches('.code-editor input'));
      await book.page.keyboard.type('规范性文件');
      await book.choose(RULES);
      await book.until(at('规范性文件', 3, '1/1'));
    });

    test('a shortcut that another code has is shown as taken', async () => {
      await book.choose(RULES);
      await book.page.select('.code-editor select', 'g');
      await book.says(say.saved);
      await book.choose(DECISIONS);
      const taken = await book.page.waitForSelector('.code-editor option[value="g"]:disabled');
      expect(await taken?.evaluate((option) => option.textContent)).toBe(say.shortcutTaken('g', RULES));
    });

    test('a key of the toolbar is told', async () => {
      await book.choose(DECISIONS);
      await book.page.select('.code-editor select', 'h');
      await eventually(
        () => book.page.$eval('.code-editor', (editor) => editor.textContent ?? ''),
        (text) => text.includes(say.shortcutOfToolbar(zh.toolbar.highlight)),
      );
    });
  });

  describe('merge, split, delete', () => {
    const counts = () =>
      book.page.$$eval('[role="treeitem"]', (items) =>
        Object.fromEntries(
          items.flatMap((item) => {
            const count = item.querySelector('.count')?.textContent;
            return count ? [[item.querySelector('.name')?.textContent ?? '', count]] : [];
          }),
        ),
      );

    test('merging says first how many codings move and how many had both', async () => {
      await book.choose(ENFORCEMENT);
      await book.press(say.merge);
      await book.page.waitForSelector('dialog select');
      const into = await book.page.$$eval(
        'dialog option',
        (options, name) => options.find((each) => each.text.endsWith(name))?.value ?? '',
        DECISIONS,
      );
      await book.page.select('dialog select', into);
      await eventually(
        async () => (await book.dialogText()) ?? '',
        (text) => text.includes(say.mergeSays(3, 1, 0, DECISIONS)),
      );
      await book.press(say.mergeSure);
      await book.says(say.done.merged);
      await eventually(counts, (now) => now[DECISIONS] === say.codings(3) && !(ENFORCEMENT in now));
      await eventually(focused, (name) => name === DECISIONS);
      await ctrlZ();
      await eventually(
        counts,
        (now) => now[DECISIONS] === say.codings(1) && now[ENFORCEMENT] === say.codings(3),
      );
    });

    test('splitting makes a new code of the codings that are ticked', async () => {
      await book.choose(ENFORCEMENT);
      await book.press(say.split);
      await book.page.waitForSelector('dialog .codings');
      const boxes = await book.page.$$('dialog input[type="checkbox"]');
      expect(boxes.length).toBe(3);
      await boxes[0]?.click();
      await boxes[2]?.click();
      await book.page.type('dialog[open] input[type="text"]', '执法检查');
      await book.press(say.splitSure(2));
      await eventually(
        counts,
        (now) => now.执法检查 === say.codings(2) && now[ENFORCEMENT] === say.codings(1),
      );
      await book.until(at('执法检查', 2, '5/12'));
    });

    test('deleting leaves the passages, and can be undone after a reload', async () => {
      await book.choose('执法检查');
      await book.press(say.remove);
      expect(await book.dialogText()).toContain(say.removeSays(2, 0));
      await book.press(say.removeSure);
      await book.until((rows) => !rows.some(({ name }) => name === '执法检查'));
      await book.page.reload();
      await book.page.waitForSelector('[role="tree"]');
      await book.press(say.undo);
      await eventually(counts, (now) => now.执法检查 === say.codings(2));
    });
  });

  describe('files', () => {
    const download = async (button: string, ending: string) => {
      const session = await book.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await book.press(button);
      const name = await book.page.$eval('h1', (heading) => heading.textContent);
      const path = join(folder, `${name}.${ending}`);
      await eventually(async () => existsSync(path), Boolean);
      return path;
    };
    const choose = async (path: string) => {
      await book.press(say.import);
      const input = await book.page.waitForSelector('dialog input[type="file"]');
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    };
    const names = async () => (await book.rows()).map(({ name, level }) => `${level} ${name}`);

    test.each([
      [say.exportQdc, 'qdc'],
      [say.exportCsv, 'csv'],
    ])('%s, and import it again into a new codebook', async (button, ending) => {
      const before = await names();
      const path = await download(button, ending);
      if (ending === 'qdc' && xmllint && existsSync(SCHEMA)) {
        const run = spawnSync(xmllint, ['--noout', '--schema', SCHEMA, path], { encoding: 'utf8' });
        expect(run.stderr).toContain('validates');
      }
      await choose(path);
      await book.page.waitForSelector('dialog .targets');
      await book.press(say.importSure(before.length));
      await book.says(say.imported(before.length));
      expect(await names()).toEqual(before);
      expect(readFileSync(path, 'utf8')).toContain('规范性文件');
    });

    test('into the active codebook nothing comes twice, and that is told', async () => {
      const before = await names();
      const path = join(folder, 'more.csv');
      writeFileSync(path, '名称,路径\n新事,法治政府建设领域 / 新事\n,报告法定内容\n');
      await choose(path);
      await book.page.waitForSelector('dialog .targets');
      await book.page.click('dialog .targets label:nth-of-type(2) input');
      await eventually(
        async () => (await book.dialogText()) ?? '',
        (text) => text.includes(say.importKnown(2)) && text.includes('报告法定内容'),
      );
      await book.press(say.importSure(1));
      await book.until((rows) => rows.some(({ name, level }) => name === '新事' && level === 2));
      await book.press(say.undo);
      await eventually(names, (now) => now.join() === before.join());
    });

    test.each([
      ['evil.qdc', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', say.importFaults.doctype],
      ['broken.qdc', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">\n<Codes>', say.importLine(2)],
      ['wrong.csv', '名称,颜色\n甲,\n乙,red\n', say.importLine(3)],
    ])('%s is refused with a reason, and nothing changes', async (name, content, reason) => {
      const before = await names();
      const path = join(folder, name);
      writeFileSync(path, content);
      await choose(path);
      await eventually(
        async () => (await book.dialogText()) ?? '',
        (text) => text.includes(say.importFailed) && text.includes(reason),
      );
      await book.page.keyboard.press('Escape');
      await book.page.waitForFunction(() => !document.querySelector('dialog'));
      expect(await names()).toEqual(before);
    });
  });

  describe('studies', () => {
    const title = () => book.page.$eval('h1', (heading) => heading.textContent ?? '');
    const options = (which: number) =>
      book.page.$$eval(
        '.study select',
        (selects, index) => [...(selects[index]?.options ?? [])].map(({ text }) => text),
        which,
      );

    test('a new study with a codebook of its own, and back to the first', async () => {
      await book.page.click('.studies summary');
      await book.press(say.createProject);
      await book.page.type('dialog[open] input', '比较研究');
      await book.press(say.ok);
      await eventually(
        () => options(0),
        (names) => names.length === 2,
      );
      await book.press(say.createCodebook);
      await book.page.type('dialog[open] input', '比较用');
      await book.press(say.ok);
      await eventually(title, (text) => text === '比较用');
      await book.page.waitForFunction((words) => document.body.innerText.includes(words), {}, say.empty);
      await book.press(say.removeProject);
      expect(await book.dialogText()).toContain(say.removeProjectSays(0));
      await book.press(say.removeProject);
      await eventually(
        () => options(0),
        (names) => names.join() === say.starterProject,
      );
      await eventually(title, (text) => text !== '比较用');
    });
  });

  describe('is accessible', () => {
    const states: [string, () => Promise<unknown>][] = [
      ['the tree', async () => undefined],
      ['studies', async () => book.page.$eval('.studies', (details) => details.setAttribute('open', ''))],
      ['the import', () => book.press(say.import)],
    ];
    describe.each(states)('%s', (name, reach) => {
      test.each([
        ['light', 'none'],
        ['dark', 'none'],
        ['light', 'active'],
      ])('%s, forced colours: %s', async (scheme, forced) => {
        const { page } = book;
        if (!(await page.$('dialog'))) await reach();
        const session = await page.createCDPSession();
        const features = [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'forced-colors', value: forced },
        ];
        await session.send('Emulation.setEmulatedMedia', { features });
        expect(await violations(page)).toEqual([]);
        for (const [width, scale] of [
          [1100, 1],
          [550, 2],
          [320, 1],
        ] as const) {
          await page.setViewport({ width, height: 900 / scale, deviceScaleFactor: scale });
          const picture = `codebook-${name}-${scheme}-${forced}-${width}.png`.replaceAll(' ', '-');
          await page.screenshot({ path: join(PICTURES, picture) as `${string}.png` });
          const overflow = await page.evaluate(() => [
            document.documentElement.scrollWidth - innerWidth,
            ...[...document.querySelectorAll('dialog')].map((box) => box.scrollWidth - box.clientWidth),
          ]);
          expect(Math.max(...overflow)).toBeLessThanOrEqual(0);
        }
      });
    });
  });

  test('nothing went wrong on the page meanwhile', () => {
    expect(heard).toEqual([]);
  });
});
