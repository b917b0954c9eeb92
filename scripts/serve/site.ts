import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page to be served on loopback under its real-looking address. */
export interface ServedPage {
  url: string;
  /** File whose bytes are the page, or the bytes themselves. */
  body: { file: string } | { bytes: string | Uint8Array };
  /** The reader's own name for it, where it is one of their files. */
  source?: string;
  /** The answer is begun and never ended, as by a server that hangs. */
  neverEnds?: boolean;
}

export interface Site {
  port: number;
  /** Addresses asked for that no page has, in order. */
  missing: string[];
  add(page: ServedPage): void;
  close(): Promise<void>;
}

/**
 * Serves pages on 127.0.0.1 by host and path; browsers are told to resolve the hosts there. The content type
 * carries no charset, as on the real sites: the page's own meta tag decides. `https:` addresses are served as
 * `http:`, since no certificate can be had for them.
 */
export async function serveSite(pages: ServedPage[]): Promise<Site> {
  const byKey = new Map<string, ServedPage>();
  const missing: string[] = [];
  const add = (page: ServedPage) => {
    const { hostname, pathname, search } = new URL(page.url);
    byKey.set(hostname + pathname + search, page);
  };
  pages.forEach(add);
  const server = createServer((request, response) => {
    // a browser that comes by proxy sends the whole address in place of the path
    const { hostname, pathname, search } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const page = byKey.get(hostname + pathname + search);
    if (page) send(page, response);
    else {
      if (pathname !== '/favicon.ico') missing.push(hostname + pathname + search);
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    missing,
    add,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send({ body, neverEnds }: ServedPage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' });
  const content = 'file' in body ? readFileSync(body.file) : body.bytes;
  if (neverEnds) response.write(content);
  else response.end(content);
}

/** The address under which a page is opened: loopback speaks only `http:`. */
export function servedAddress(url: string): string {
  return url.replace(/^https:/, 'http:');
}
