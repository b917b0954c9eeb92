import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../lib/messages/words-for.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const code = tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const shipped = code.filter((file) => /^(lib|components|entrypoints)\//.test(file));
const texts = tracked.filter((file) => !/\.(png|zip|docx)$/.test(file));

describe('what ships', () => {
  test.each(shipped)('%s makes no HTML or code from strings and asks nothing of the network', (file) => {
    expect(read(file)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/,
    );
  });
});

describe('size', () => {
  const data = /^lib\/lexicon\/|^lib\/messages\/|\.test\.tsx?$/;
  test.each(code.filter((file) => !data.test(file)))('%s has at most 400 lines', (file) => {
    expect(read(file).split('\n').length).toBeLessThanOrEqual(401);
  });
});

test('no file names a registry, a path of one machine or another host’s cache', () => {
  const machine = new RegExp(['https?://regis', 'try\\.|/wor', 'k/|/ro', 'ot/\\.|/ho', 'me/[a-z]'].join(''));
  expect(texts.filter((file) => machine.test(read(file)))).toEqual([]);
});

test('the interface has every word in both languages, and no two buttons of a set read the same', () => {
  const paths = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
      : [`${path}:${typeof value}:${value === '' ? 'empty' : 'said'}`];
  expect(paths(WORDS.en, '')).toEqual(paths(WORDS.zh, ''));
  expect(paths(WORDS.zh, '').filter((path) => path.endsWith(':empty'))).toEqual([]);
  for (const { categories, toolbar, noteStates, roles } of Object.values(WORDS)) {
    for (const set of [categories, toolbar, noteStates, roles]) {
      expect(new Set(Object.values(set)).size).toBe(Object.values(set).length);
    }
  }
});

describe('the README tells the truth', () => {
  const readme = existsSync(join(ROOT, 'README.md')) ? read('README.md') : '';
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['ci', 'install'].includes(name));
  test('every command it names exists', () => {
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(named).toContain('start');
    expect(named).toContain('test');
  });
  test('every file and picture it links to exists', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(links.length).toBeGreaterThan(1);
  });
  test('every library of package.json stands in its table', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const libraries = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    expect(libraries.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
  test('CI runs the command it gives', () => {
    expect(read('.ci/run')).toMatch(/^npm test$/m);
  });
});
