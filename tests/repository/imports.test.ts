import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const EDGES = ['page', 'marks', 'store', 'messaging'];
/** What each part may import of the others; nothing else may. */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  text: ['model'],
  lexicon: ['model'],
  selector: ['model'],
  compare: ['model'],
  messages: ['model'],
  search: ['model'],
  components: ['model'],
  ...Object.fromEntries(EDGES.map((edge) => [edge, ['model']])),
  page: ['model', 'text'],
  analysis: ['model', 'text'],
  rules: ['model', 'text', 'lexicon', 'analysis'],
  export: ['model', 'compare'],
  import: ['model', 'compare'],
};

const files = globSync('{lib,components}/**/*.{ts,tsx}', { cwd: ROOT });

/** `lib/text/fold.ts` → `text`, `components/tabs.tsx` → `components`. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? second : top;
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
}

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(40);
});

describe('imports point down to the model', () => {
  test.each(files)('%s', (file) => {
    const part = partOf(file);
    const targets = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)));
    const allowed = [part, ...(MAY_IMPORT[part] ?? [])];
    expect(targets.filter((target) => !allowed.includes(partOf(target)))).toEqual([]);
  });
});

describe('only messaging knows the browser’s extension interface', () => {
  test.each(files.filter((file) => partOf(file) !== 'messaging'))('%s', (file) => {
    expect(importsOf(file).filter((name) => /^wxt\b|^@webext-core/.test(name))).toEqual([]);
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(
      /\b(?:browser|chrome)\.(?:runtime|tabs|storage|action|scripting)\b/,
    );
  });
});

test('no engine file imports a rule or a lexicon', () => {
  const engine = files.filter((file) => file.startsWith('lib/analysis/'));
  const reached = engine.flatMap((file) =>
    importsOf(file).filter((name) => /\/(?:rules|lexicon)\//.test(name)),
  );
  expect(reached).toEqual([]);
});
