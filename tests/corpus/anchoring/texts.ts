import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { casesFrom } from './cases.ts';
import { type Case, CHANGES } from './changes.ts';

const REAL = '../shared/eval/reports';
if (!existsSync(REAL))
  console.warn('SKIPPED: ../shared/eval/reports is not there; cases are made from the samples only.');

/** Longest text taken, in characters: of a very long one the beginning is as good as the whole. */
const MOST = 12_000;
/** Somewhat more than the 2,000 that there must be: not every text has a passage for every kind of change. */
const WANTED = 2100;

/** The texts that cases are made from: the real reports, where they are at hand, and the samples. */
export function reportTexts(): string[] {
  return [REAL, 'seeds/reports']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `${folder}/${name}`),
    )
    .map((path) => readFileSync(path, 'utf8').slice(0, MOST));
}

/** The cases of every kind of change, from all texts. */
export function allCases(): Case[] {
  const texts = reportTexts();
  return casesFrom(texts, Math.ceil(WANTED / texts.length / Object.keys(CHANGES).length));
}
