import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt, extensionFolder, type Target } from '../../scripts/setup/build.ts';

const TARGETS: Target[] = ['chrome', 'firefox'];

beforeAll(() => ensureBuilt(TARGETS), 120_000);

const manifestOf = (target: Target) =>
  JSON.parse(readFileSync(join(extensionFolder(target), 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  > & {
    permissions: string[];
    content_scripts: { matches: string[]; js: string[] }[];
  };

describe.each(TARGETS)('the package for %s', (target) => {
  test('is Manifest V3 and asks for exactly what the design allows', () => {
    const manifest = manifestOf(target);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(
      [
        'activeTab',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
        ...(target === 'chrome' ? ['sidePanel'] : []),
      ].toSorted(),
    );
    expect(manifest.host_permissions).toEqual(['*://*.gov.cn/*']);
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest).not.toHaveProperty('content_security_policy');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.action).not.toHaveProperty('default_popup');
  });

  test('runs only the detector by itself, and only on government sites', () => {
    expect(manifestOf(target).content_scripts.map(({ matches, js }) => ({ matches, js }))).toEqual([
      { matches: ['*://*.gov.cn/*'], js: ['content-scripts/detector.js'] },
    ]);
  });

  test('has its manifest’s strings in both languages', () => {
    const used = [...JSON.stringify(manifestOf(target)).matchAll(/__MSG_(\w+)__/g)].map(
      ([, key = '']) => key,
    );
    expect(used.length).toBeGreaterThan(3);
    for (const folder of ['zh_CN', 'en']) {
      const file = join(extensionFolder(target), '_locales', folder, 'messages.json');
      const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
      expect(used.filter((key) => !messages[key]?.message)).toEqual([]);
    }
  });

  // budgets of the design, in bytes gzipped
  test.each([
    ['content-scripts/detector.js', 12_000],
    ['content-scripts/annotator.js', 80_000],
    // the second look, only at pages that may be reports
    ['clue-reader.js', 9_000],
  ])('%s is within its budget of %i bytes gzipped', (file, budget) => {
    const path = join(extensionFolder(target), file);
    expect(statSync(path).size).toBeGreaterThan(500);
    expect(gzipSync(readFileSync(path), { level: 9 }).length).toBeLessThanOrEqual(budget);
  });
});
