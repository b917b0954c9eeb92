// First step of `npm start`, `npm test`, `npm run analyse` and `npm run bench`. Runs on Node 20 with nothing
// installed: brings in the packages of the lock file and a new enough Node (the npm package `node`), then hands
// over to `scripts/NAME.ts`, which runs under that Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [22, 18];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const [command, ...rest] = process.argv.slice(2);

const isWindows = process.platform === 'win32';

function fail(sentence) {
  console.error(`\nzhupi: ${sentence}`);
  process.exit(1);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Is every package of the lock file there in its version? Those of other platforms (`optional`) may be missing. */
function isInstalled() {
  const locked = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(modules, '.package-lock.json'));
  return Object.entries(locked).every(
    ([path, wanted]) => path === '' || wanted.optional || present[path]?.version === wanted.version,
  );
}

function install() {
  console.error('zhupi: installing packages from the lock file (a minute or two the first time) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
          cwd: root,
          stdio: ['ignore', 2, 2],
          shell: isWindows,
        });
  if (run.status !== 0) fail('the packages could not be installed; npm’s own message is above.');
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** Path of a Node that the tools can run under: this one, or the one that came as a package. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const packaged = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');
  const answer = existsSync(packaged) ? spawnSync(packaged, ['--version'], { encoding: 'utf8' }).stdout : '';
  if (answer && isNewEnough(answer.trim())) return packaged;
  return fail(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.version}. It normally arrives with the packages; ` +
      'if npm was told to ignore install scripts, run `npm rebuild node --foreground-scripts`, or install a newer Node.',
  );
}

if (!isInstalled()) install();
const node = findNode();
const run = spawnSync(node, [join(root, 'scripts', `${command}.ts`), ...rest], {
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter) },
});
if (run.error) fail(run.error.message);
process.exit(run.status ?? 1);
