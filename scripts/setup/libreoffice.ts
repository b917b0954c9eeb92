import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstExisting, installPackages, which } from './programs.ts';

export const LIBREOFFICE_ADVICE = 'Please install LibreOffice to open exported workbooks and documents.';

/** Path of LibreOffice; `null`: not installed. */
export function findLibreOffice(): string | null {
  return (
    which('soffice') ??
    which('libreoffice') ??
    firstExisting([
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:/Program Files/LibreOffice/program/soffice.exe',
    ])
  );
}

/** As `findLibreOffice`, installed now where the system allows it. */
export function ensureLibreOffice(): string | null {
  const found = findLibreOffice();
  if (found) return found;
  installPackages('LibreOffice', {
    'apt-get': ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    dnf: ['libreoffice-writer', 'libreoffice-calc'],
    pacman: ['libreoffice-still'],
    zypper: ['libreoffice-writer', 'libreoffice-calc'],
    brew: ['libreoffice'],
  });
  return findLibreOffice();
}

/**
 * The files that LibreOffice makes of one, by name. `filter` as its `--convert-to` takes it, the ending first;
 * `reading` as its `--infilter`. `name` has the ending of what it is. Throws with LibreOffice's words when nothing
 * comes out.
 */
export function converted(
  program: string,
  name: string,
  content: Uint8Array | string,
  filter: string,
  reading: string | null = null,
): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-office-'));
  try {
    const path = join(folder, name);
    const out = join(folder, 'out');
    writeFileSync(path, content);
    mkdirSync(out);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const read = reading === null ? [] : [`--infilter=${reading}`];
    const run = spawnSync(
      program,
      [profile, '--headless', ...read, '--convert-to', filter, '--outdir', out, path],
      { encoding: 'utf8', timeout: 120_000 },
    );
    const made = readdirSync(out);
    if (made.length === 0) throw new Error(`LibreOffice made nothing of ${name}: ${run.stdout}${run.stderr}`);
    return Object.fromEntries(made.map((each) => [each, readFileSync(join(out, each), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
