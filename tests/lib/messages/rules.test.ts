import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enRules } from '../../../lib/messages/en-rules.ts';
import { zhRules } from '../../../lib/messages/zh-rules.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';

const idsIn = (folder: string): string[] => {
  const at = new URL(`../../../lib/rules/zh/${folder}/`, import.meta.url);
  return readdirSync(at).flatMap((file) =>
    [...readFileSync(new URL(file, at), 'utf8').matchAll(/^ {2}id: '([^']+)'/gm)].map(([, id = '']) => id),
  );
};

/** Rules whose findings a reader meets; figures in tables are found by none of the list. */
const SHOWN = [
  ...ruleset.figures.map(({ id }) => id).filter((id) => !idsIn('not-figures').includes(id)),
  ...ruleset.sentences.filter(({ category }) => category !== 'none').map(({ id }) => id),
  'table-cell',
].sort();

test.each([
  ['Chinese', zhRules],
  ['English', enRules],
])('each rule that finds something is named in %s, and no other', (_, names) => {
  expect(Object.keys(names).sort()).toEqual(SHOWN);
  expect(Object.values(names)).toHaveLength(new Set(Object.values(names)).size);
});
