import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const OUTPUT = join(ROOT, '.output');
export type Target = 'chrome' | 'firefox';

const SOURCES = [
  'entrypoints/**/*',
  'components/**/*',
  'lib/**/*',
  'public/**/*',
  'seeds/*.json',
  'seeds/reports/*',
  'scripts/build/*',
  'wxt.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Folder of the built extension for a browser. */
export function extensionFolder(target: Target): string {
  return join(OUTPUT, `${target}-mv3`);
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds the extension unless what is built is of the sources as they are. Throws when the build fails. */
export function ensureBuilt(targets: readonly Target[]): void {
  const hash = sourceHash();
  for (const target of targets) {
    const stamp = join(OUTPUT, `${target}.source-hash`);
    const isCurrent =
      existsSync(join(extensionFolder(target), 'manifest.json')) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === hash;
    if (isCurrent) continue;
    console.error(`zhupi: building the extension for ${target} …`);
    const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    const run = spawnSync(process.execPath, [wxt, 'build', '-b', target], { cwd: ROOT, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the build for ${target} failed:\n${run.stdout}${run.stderr}`);
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(stamp, hash);
  }
}
