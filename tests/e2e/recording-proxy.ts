import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  port: number;
  /** Every address asked for, in order; of a secure one only `host:port` is known. */
  asked: string[];
  close(): Promise<void>;
}

/** Hosts whose pages come from the site: governments', and those of others that a test serves. */
const SERVED = /\.gov\.cn$|\.test$/;

/** A proxy that writes down whatever it is asked for; what the site does not serve is refused. */
export async function recordingProxy(sitePort: number): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    const address = incoming.url ?? '';
    asked.push(address);
    if (!URL.canParse(address) || !SERVED.test(new URL(address).hostname)) {
      response.writeHead(502).end();
      return;
    }
    const { method, headers } = incoming;
    const forwarded = request(
      { host: '127.0.0.1', port: sitePort, path: address, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    incoming.pipe(forwarded);
  });
  server.on('connect', (incoming, socket) => {
    asked.push(incoming.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
