import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Absolute path of a program on the PATH; `null`: not there. */
export function which(name: string): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not in this folder
      }
    }
  }
  return null;
}

interface Manager {
  program: string;
  /** Brought up to date once before the first installation. */
  refresh?: string[];
  install: string[];
  needsRoot: boolean;
}

const MANAGERS: Manager[] = [
  {
    program: 'apt-get',
    refresh: ['update'],
    install: ['install', '-y', '--no-install-recommends'],
    needsRoot: true,
  },
  { program: 'dnf', install: ['install', '-y'], needsRoot: true },
  { program: 'pacman', install: ['-Sy', '--noconfirm', '--needed'], needsRoot: true },
  { program: 'zypper', install: ['--non-interactive', 'install'], needsRoot: true },
  { program: 'brew', install: ['install', '--cask'], needsRoot: false },
  {
    program: 'winget',
    install: ['install', '--accept-source-agreements', '--accept-package-agreements', '-e', '--id'],
    needsRoot: false,
  },
];

/** Package names by manager, for one thing to install. */
export type Packages = Partial<Record<string, string[]>>;

/** `[]`: root already; `['sudo', '-n']`: allowed without a password; `null`: not allowed. */
function elevation(): string[] | null {
  if (process.platform === 'win32' || process.getuid?.() === 0) return [];
  return which('sudo') !== null && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

/** Installs with the system's package manager where that may be used without asking. Whether it did. */
export function installPackages(what: string, packages: Packages): boolean {
  const manager = MANAGERS.find(({ program }) => packages[program] !== undefined && which(program) !== null);
  const names = manager && packages[manager.program];
  if (!manager || !names) return false;
  const prefix = manager.needsRoot ? elevation() : [];
  if (prefix === null) return false;
  console.error(`zhupi: installing ${what} with ${manager.program} (once; this can take some minutes) …`);
  const run = (args: string[]) => {
    const [first = manager.program, ...others] = [...prefix, manager.program, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const result = spawnSync(first, others, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env });
    if (result.status !== 0) console.error(result.stderr?.split('\n').slice(-6).join('\n'));
    return result.status === 0;
  };
  if (manager.refresh) run(manager.refresh);
  return run([...manager.install, ...names]);
}

/** The first path of the list that exists. */
export function firstExisting(paths: string[]): string | null {
  return paths.find((path) => existsSync(path)) ?? null;
}
