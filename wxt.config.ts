import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { localeFiles } from './scripts/build/locales.ts';

const quietContentScript = fileURLToPath(new URL('./scripts/build/quiet-content-script.ts', import.meta.url));

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  suppressWarnings: { firefoxDataCollection: true },
  zip: { name: 'zhupi' },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    host_permissions: ['*://*.gov.cn/*'],
    optional_permissions: ['downloads'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'note-on-selection': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commandNote__',
      },
      'highlight-selection': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      'focus-toolbar': {
        suggested_key: { default: 'Alt+Shift+A' },
        description: '__MSG_commandToolbar__',
      },
      'cite-selection': { description: '__MSG_commandCite__' },
      'tag-selection': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+T' } } : {}),
        description: '__MSG_commandTag__',
      },
      // Chrome takes no more than four suggested keys; the reader gives the others in the browser's own settings
      'next-shortcoming': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNextShortcoming__',
      },
      'previous-shortcoming': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+K' } } : {}),
        description: '__MSG_commandPreviousShortcoming__',
      },
      'next-finding': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+L' } } : {}),
        description: '__MSG_commandNextFinding__',
      },
      'previous-finding': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+I' } } : {}),
        description: '__MSG_commandPreviousFinding__',
      },
    },
    // notes are typed in a frame of the extension's own at the passage, out of the page's reach
    web_accessible_resources: [
      {
        resources: ['composer.html'],
        matches: ['*://*/*'],
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zhupi@zhupi.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...localeFiles());
    },
  },
  vite: () => ({
    resolve: { alias: { 'wxt/utils/content-script-context': quietContentScript } },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
});
