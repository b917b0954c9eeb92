import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { OUTPUT, ROOT } from '../setup/build.ts';

export const GALLERY = join(OUTPUT, 'gallery');
export const GALLERY_PICTURES = join(GALLERY, 'pictures');

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the gallery and serves it on loopback. */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  await build({
    root: join(ROOT, 'scripts', 'gallery'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: { outDir: GALLERY, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://gallery');
    const file = join(GALLERY, pathname === '/' ? 'index.html' : pathname);
    if (!file.startsWith(GALLERY) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': `${TYPES[extname(file)] ?? 'image/png'}; charset=utf-8` });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
