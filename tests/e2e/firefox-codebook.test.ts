import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodebookWords } from '../../lib/model/codebook-words.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { eventually } from './harness.ts';

const FOREIGN = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="test"><Codes>
<Code guid="{6F1C2D1A-0B5E-4C57-9A44-9B6C1F0D2E01}" name="甲" isCodable="true" color="#A1C"/>
</Codes></CodeBook>`;

describe.skipIf(FIREFOX === null)('the codebook’s page in Firefox', () => {
  let stage: FirefoxStage;
  let say: CodebookWords;
  const inPage: FirefoxStage['window']['inTab'] = (_, ...call) => stage.window.inTab('options.html', ...call);
  const names = () =>
    inPage('', () => [...document.querySelectorAll('.code-row .name')].map((name) => name.textContent ?? ''));
  const press = (label: string) =>
    inPage(
      '',
      (wanted) => {
        const within = document.querySelector('dialog[open]') ?? document;
        const buttons = [...within.querySelectorAll('button')];
        buttons.find((button) => button.textContent?.trim() === wanted)?.click();
      },
      label,
    );
  const text = (selector: string) =>
    inPage('', (each) => document.querySelector(each)?.textContent ?? '', selector);
  const offer = async (name: string, content: string) => {
    await press(say.import);
    await inPage(
      '',
      (file, words) => {
        const input = document.querySelector<HTMLInputElement>('dialog input[type="file"]');
        const carrier = new DataTransfer();
        carrier.items.add(new File([words], file));
        if (input) input.files = carrier.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      content,
    );
  };

  beforeAll(async () => {
    stage = await setFirefoxStage();
    await stage.install();
    say = (await stage.openOwn('options.html#codebook')).codebook;
    await eventually(names, (all) => all.length > 10);
  });
  afterAll(() => stage?.close());

  test('Alt with an arrow key moves a code and doesn’t leave the page; undo takes it back', async () => {
    const before = await names();
    const isPrevented = await inPage('', () => {
      const row = document.querySelector<HTMLElement>('.code-row:nth-child(3)');
      row?.click();
      return new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => {
          const event = new KeyboardEvent('keydown', {
            key: 'ArrowUp',
            altKey: true,
            bubbles: true,
            cancelable: true,
          });
          row?.dispatchEvent(event);
          resolve(event.defaultPrevented);
        });
      });
    });
    expect(isPrevented).toBe(true);
    await eventually(names, (now) => now[1] === before[2] && now[2] === before[1]);
    await press(say.undo);
    await eventually(names, (now) => now.join() === before.join());
  });

  test('a file of another program comes in as a new codebook', async () => {
    await offer('foreign.qdc', FOREIGN);
    await eventually(
      () => text('dialog .told'),
      (words) => words.includes(say.importAdds(1)),
    );
    await press(say.importSure(1));
    await eventually(names, (now) => now.join() === '甲');
    expect(await text('h1')).toBe('foreign');
  });

  test('a broken file is refused with its line', async () => {
    await offer('broken.qdc', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">\n<Codes>\n</CodeBook>');
    await eventually(
      () => text('dialog .told'),
      (words) => words.includes(say.importFailed) && words.includes(say.importLine(3)),
    );
    await press(say.cancel);
    expect(await names()).toEqual(['甲']);
  });

  test('the browser heard of no error but the broken file’s, which it notes itself', async () => {
    const others = (await stage.window.errors()).filter((error) => !error.startsWith('XML Parsing Error'));
    expect(others).toEqual([]);
  });
});
