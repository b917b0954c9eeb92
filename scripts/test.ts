// `npm test [-- PATTERN…]`: all set-up, then types, lint, and every test in real browsers; one closing line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserAdvice, ensureBrowser, ensureChineseFont } from './setup/browsers.ts';
import { ensureBuilt, OUTPUT, ROOT } from './setup/build.ts';
import { ensureLibreOffice, LIBREOFFICE_ADVICE } from './setup/libreoffice.ts';
import { ensureXmllint, XMLLINT_ADVICE } from './setup/xmllint.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

const patterns = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
const loud: string[] = [];

function step(name: string, work: () => boolean): void {
  const began = Date.now();
  console.log(`\n── ${name}`);
  let isGood = false;
  try {
    isGood = work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  counts[isGood ? 'passed' : 'failed']++;
  console.log(`── ${name}: ${isGood ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

/** Runs a package's program under this Node. */
function runs(module: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules', module), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return run.status === 0;
}

const browsers: NodeJS.ProcessEnv = {};
for (const [family, variable] of [
  ['chromium', 'ZHUPI_CHROMIUM'],
  ['firefox', 'ZHUPI_FIREFOX'],
] as const) {
  const path = ensureBrowser(family);
  if (path) browsers[variable] = path;
  else loud.push(`SKIPPED: no ${family} here and none could be installed. ${browserAdvice(family)}`);
}
ensureChineseFont();
if (ensureXmllint() === null)
  loud.push(`SKIPPED: exports are not checked against their schemas. ${XMLLINT_ADVICE}`);
if (ensureLibreOffice() === null)
  loud.push(`SKIPPED: no LibreOffice opens the exports. ${LIBREOFFICE_ADVICE}`);
if (!existsSync(join(ROOT, '..', 'shared', 'eval'))) {
  loud.push('SKIPPED: the real reports and pages (../shared) are not beside the project.');
}

if (patterns.length === 0) {
  step('types', () => runs('wxt/bin/wxt.mjs', ['prepare']) && runs('typescript/bin/tsc', ['--noEmit']));
  step('lint', () => runs('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']));
}
step('build', () => {
  ensureBuilt(['chrome', 'firefox']);
  return true;
});

const reportFile = join(OUTPUT, 'vitest.json');
mkdirSync(OUTPUT, { recursive: true });
rmSync(reportFile, { force: true });
const projects = ['unit', 'e2e', ...(browsers.ZHUPI_CHROMIUM ? ['browser'] : [])];
const endedWell = runs(
  'vitest/vitest.mjs',
  [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...patterns,
  ],
  browsers,
);
const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport) : null;
if (report === null) counts.failed++;
else {
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  // a file that can't even be loaded has no tests to count
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  counts.failed += broken.length;
  // no test at all, or an error outside of every test
  if (report.numPassedTests === 0 || (!endedWell && counts.failed === 0)) counts.failed++;
}

console.log('');
for (const line of loud) console.log(line);
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
