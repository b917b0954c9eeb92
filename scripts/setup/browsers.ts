import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { firstExisting, installPackages, type Packages, which } from './programs.ts';

export type BrowserFamily = 'chromium' | 'firefox';

interface Known {
  /** Environment variable by which a reader names the program. */
  variable: string;
  names: string[];
  mac: string[];
  windows: string[];
  packages: Packages;
  advice: string;
}

const KNOWN: Record<BrowserFamily, Known> = {
  chromium: {
    variable: 'ZHUPI_CHROMIUM',
    names: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
      'brave-browser',
      'brave',
    ],
    mac: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'],
    windows: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'BraveSoftware/Brave-Browser/Application/brave.exe',
    ],
    packages: {
      'apt-get': ['chromium', 'chromium-l10n'],
      dnf: ['chromium'],
      pacman: ['chromium'],
      zypper: ['chromium'],
      brew: ['chromium'],
      winget: ['Google.Chrome'],
    },
    advice: 'Please install Chrome, Chromium, Edge or Brave, or name one in the variable ZHUPI_CHROMIUM.',
  },
  firefox: {
    variable: 'ZHUPI_FIREFOX',
    names: ['firefox', 'firefox-esr'],
    mac: ['Firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
    packages: {
      'apt-get': ['firefox-esr'],
      dnf: ['firefox'],
      pacman: ['firefox'],
      zypper: ['MozillaFirefox'],
      brew: ['firefox'],
      winget: ['Mozilla.Firefox'],
    },
    advice: 'Please install Firefox 140 or newer, or name one in the variable ZHUPI_FIREFOX.',
  },
};

/** Path of an installed browser of that family; `null`: none found. */
export function findBrowser(family: BrowserFamily): string | null {
  const known = KNOWN[family];
  const named = process.env[known.variable];
  if (named) return named;
  for (const name of known.names) {
    const path = which(name);
    if (path) return path;
  }
  if (process.platform === 'darwin') {
    return firstExisting(known.mac.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return firstExisting(
      folders.flatMap((folder) => (folder ? known.windows.map((path) => join(folder, path)) : [])),
    );
  }
  return null;
}

/** An installed browser of that family, installed now where the system allows it; `null`: not to be had. */
export function ensureBrowser(family: BrowserFamily): string | null {
  const found = findBrowser(family);
  if (found) return found;
  installPackages(family === 'chromium' ? 'Chromium' : 'Firefox', KNOWN[family].packages);
  return findBrowser(family);
}

export function browserAdvice(family: BrowserFamily): string {
  return KNOWN[family].advice;
}

/** Pictures need a Chinese font; on a bare server there is none. */
export function ensureChineseFont(): void {
  if (process.platform !== 'linux') return;
  const listed = which('fc-list') ? spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout : '';
  if (listed.trim() !== '') return;
  const installed = installPackages('a Chinese font', {
    'apt-get': ['fonts-noto-cjk', 'fontconfig'],
    dnf: ['google-noto-sans-cjk-fonts'],
    pacman: ['noto-fonts-cjk'],
    zypper: ['noto-sans-cjk-fonts'],
  });
  if (!installed) console.error('zhupi: no Chinese font is installed; screenshots will show boxes.');
}
