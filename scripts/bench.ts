// `npm run bench [-- NAME…]`: measures each `tests/bench/NAME.bench.ts`; prints tables, asserts nothing.
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup/build.ts';

const wanted = process.argv.slice(2);
const folder = join(ROOT, 'tests', 'bench');
const [{ model = 'unknown processor' } = {}] = cpus();
console.log(
  `${cpus().length} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);

for (const file of readdirSync(folder).sort()) {
  const name = file.match(/^(.+)\.bench\.ts$/)?.[1];
  if (name === undefined || (wanted.length > 0 && !wanted.includes(name))) continue;
  console.log(`\n── ${name}`);
  const { bench } = (await import(pathToFileURL(join(folder, file)).href)) as { bench(): Promise<void> };
  await bench();
}
