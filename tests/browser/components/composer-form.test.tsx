import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ComposerForm } from '../../../components/composer-form.tsx';
import { zh } from '../../../lib/messages/zh.ts';
import type { Body } from '../../../lib/model/annotation.ts';
import type { Code } from '../../../lib/model/codebook.ts';
import { done, failed, type Outcome } from '../../../lib/model/outcome.ts';
import { codeOf } from '../../fixtures/codes.ts';

const code = (id: string, name: string) => codeOf(id, name);
const CODES = [code('a', '行政执法'), code('b', '执法监督'), code('c', '党的领导')];

let root: HTMLElement;
let saved: Body[];
let kept: Body[];
let left: Body[];

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  saved = [];
  kept = [];
  left = [];
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function show(more: Partial<Parameters<typeof ComposerForm>[0]> = {}): void {
  render(
    <ComposerForm
      words={zh}
      quote="全年办理案件12件"
      body={{ memo: '', codeIds: [] }}
      codes={CODES}
      isStored={false}
      isPrivate={false}
      focus="memo"
      onKeep={async (body) => {
        kept.push(body);
        return done(null);
      }}
      onSave={async (body) => {
        saved.push(body);
        return done(null);
      }}
      onCreateCode={async (name) => done(code('new', name))}
      onLeave={async (body) => {
        left.push(body);
        return done(null);
      }}
      onRemove={async () => done(null)}
      onClose={() => undefined}
      {...more}
    />,
    root,
  );
}

const memo = () => root.querySelector('textarea') as HTMLTextAreaElement;
const tags = () => root.querySelector('[role="combobox"]') as HTMLInputElement;
const status = () => root.querySelector('[role="status"]')?.textContent ?? '';
const suggestions = () => [...root.querySelectorAll('[role="option"]')].map((option) => option.textContent);

describe('saving', () => {
  test('"saved" is shown only when the store has answered', async () => {
    let answer: (outcome: Outcome<null>) => void = () => undefined;
    show({ onSave: () => new Promise((resolve) => (answer = resolve)) });
    await userEvent.fill(memo(), '核对');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(status()).toBe(zh.composer.saving));
    answer(done(null));
    await vi.waitFor(() => expect(status()).toBe(zh.composer.saved));
  });

  test('a fault is said in words, and what was typed is still there to be saved again', async () => {
    const outcomes: Outcome<null>[] = [failed('storage-full'), done(null)];
    show({ onSave: async () => outcomes.shift() ?? done(null) });
    await userEvent.fill(memo(), '核对');
    await userEvent.click(root.querySelector('[type="submit"]') as HTMLElement);
    await vi.waitFor(() =>
      expect(root.querySelector('[role="alert"]')?.textContent).toBe(zh.faults['storage-full']),
    );
    expect(memo().value).toBe('核对');
    await userEvent.click(root.querySelector('[type="submit"]') as HTMLElement);
    await vi.waitFor(() => expect(status()).toBe(zh.composer.saved));
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  test('two quick strokes of Ctrl+Enter save once', async () => {
    show();
    await userEvent.fill(memo(), '核对');
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await vi.waitFor(() => expect(status()).toBe(zh.composer.saved));
    expect(saved).toEqual([{ memo: '核对', codeIds: [] }]);
  });

  test('what is typed is kept as a draft while typing', async () => {
    show();
    await userEvent.fill(memo(), '写到一半');
    await vi.waitFor(() => expect(status()).toBe(zh.composer.draftKept));
    expect(kept.at(-1)).toEqual({ memo: '写到一半', codeIds: [] });
  });

  test('Enter that ends the choice of a Chinese word neither saves nor takes a tag', async () => {
    show({ focus: 'tags' });
    await userEvent.fill(tags(), '执法');
    for (const target of [tags(), memo()]) {
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          ctrlKey: target === memo(),
          isComposing: true,
          bubbles: true,
        }),
      );
    }
    expect(root.querySelectorAll('.tag')).toHaveLength(0);
    expect(saved).toEqual([]);
  });
});

describe('nothing that was typed is lost', () => {
  test('Escape at once after the last stroke hands over what was typed', async () => {
    show();
    await userEvent.fill(memo(), '刚写的');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(left).toEqual([{ memo: '刚写的', codeIds: [] }]));
  });

  test('a form that is taken away hands over what was typed', async () => {
    show();
    await userEvent.fill(memo(), '刚写的');
    render(null, root);
    expect(left).toEqual([{ memo: '刚写的', codeIds: [] }]);
  });

  test('a page that is left hands over what was typed', async () => {
    show();
    await userEvent.fill(memo(), '刚写的');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(left).toEqual([{ memo: '刚写的', codeIds: [] }]);
  });

  test('a form that has saved hands over nothing more', async () => {
    show();
    await userEvent.fill(memo(), '刚写的');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(status()).toBe(zh.composer.saved));
    render(null, root);
    expect(left).toEqual([]);
  });

  test('a reader who never pauses is kept all the same', async () => {
    show();
    memo().focus();
    for (let stroke = 0; stroke < 30; stroke++) {
      await userEvent.keyboard('字');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(kept.length).toBeGreaterThanOrEqual(2);
  });

  test('what is typed while a new tag is being made stays', async () => {
    let answer: (outcome: Outcome<Code>) => void = () => undefined;
    show({ focus: 'tags', onCreateCode: () => new Promise((resolve) => (answer = resolve)) });
    await userEvent.fill(tags(), '待跟进');
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(memo(), '同时写的');
    answer(done(code('new', '待跟进')));
    await vi.waitFor(() => expect(root.querySelector('.tag')?.textContent).toContain('待跟进'));
    expect(memo().value).toBe('同时写的');
    await vi.waitFor(() => expect(kept.at(-1)).toEqual({ memo: '同时写的', codeIds: ['new'] }));
  });
});

describe('tags', () => {
  test('suggestions hold what is typed, those that begin with it first', async () => {
    show({ focus: 'tags' });
    await userEvent.fill(tags(), '执法');
    await vi.waitFor(() =>
      expect(suggestions()).toEqual(['执法监督', '行政执法', zh.composer.createTag('执法')]),
    );
  });

  test('arrows and Enter take a suggestion; Backspace in the empty field takes the last tag off', async () => {
    show({ focus: 'tags' });
    await userEvent.fill(tags(), '执法');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(root.querySelector('.tag')?.textContent).toContain('行政执法'));
    await userEvent.click(tags());
    await userEvent.keyboard('{Backspace}');
    await vi.waitFor(() => expect(root.querySelector('.tag')).toBeNull());
  });

  test('a name that no code has makes a new one, and it is kept', async () => {
    show({ focus: 'tags' });
    await userEvent.fill(tags(), '待跟进');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(root.querySelector('.tag')?.textContent).toContain('待跟进'));
    await vi.waitFor(() => expect(kept.at(-1)).toEqual({ memo: '', codeIds: ['new'] }));
  });

  test('a name with markup in it is shown as it is written', async () => {
    show({ focus: 'tags' });
    await userEvent.fill(tags(), '<img src=x onerror=alert(1)>');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(root.querySelector('.tag')?.textContent).toContain('<img src=x'));
    expect(root.querySelector('img')).toBeNull();
  });
});

test('in a private window the reader is told that the note stays on this computer', () => {
  show({ isPrivate: true });
  expect(root.textContent).toContain(zh.composer.staysHere);
  show({ isPrivate: false });
  expect(root.textContent).not.toContain(zh.composer.staysHere);
});

test('a stored note can be removed, a new one only cancelled', () => {
  show();
  expect(root.textContent).not.toContain(zh.composer.remove);
  show({ isStored: true });
  expect(root.textContent).toContain(zh.composer.remove);
});
