import type { Browser, Page } from 'puppeteer-core';

/** WebDriver BiDi commands that Puppeteer has no words for. Parameters and results as in the specification. */
export interface Bidi {
  send(method: string, params: object): Promise<unknown>;
  /** Id of the page's browsing context. */
  contextOf(page: Page): string;
  /** Runs a function in a browsing context; what it takes and gives back goes through JSON, but for `nodes`. */
  call<T>(context: string, work: string, args?: readonly unknown[], nodes?: readonly string[]): Promise<T>;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

type Called =
  | { type: 'success'; result: { value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** The protocol's connection under a browser that Puppeteer drives by WebDriver BiDi. */
export function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as { connection?: Connection };
  if (!connection) throw new Error('the browser is not driven by WebDriver BiDi');
  const send = async (method: string, params: object) => (await connection.send(method, params)).result;
  return {
    send,
    contextOf: (page) => (page.mainFrame() as unknown as { _id: string })._id,
    async call<T>(
      context: string,
      work: string,
      args: readonly unknown[] = [],
      nodes: readonly string[] = [],
    ) {
      const called = (await send('script.callFunction', {
        target: { context },
        awaitPromise: true,
        functionDeclaration: `async (json, ...nodes) => JSON.stringify({ value: await (${work})(...nodes, ...JSON.parse(json)) })`,
        arguments: [
          { type: 'string', value: JSON.stringify(args) },
          ...nodes.map((sharedId) => ({ sharedId })),
        ],
      })) as Called;
      if (called.type === 'exception') throw new Error(called.exceptionDetails.text);
      return (JSON.parse(called.result.value ?? '{}') as { value: T }).value;
    },
  };
}
