import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

import { mockRoutes } from '../../src/handlers/index.ts';
import type { Mock } from '../../src/mock/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { loadOwnWorkspaces } from '../../src/mock-core/index.ts';
import type { Definition } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { launchChromium } from '../launch-chromium.ts';
import type { WalkedAnswer } from './walk.ts';
import { essence, isExpressible, walk } from './walk.ts';
import type { WalkedRequest } from './walked-requests.ts';
import { demoRequests, requestsOf } from './walked-requests.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let mock: Mock;
let browser: Browser;
/** A page with MSW's service worker, and one whose requests Playwright routes. */
let worker: Page;
let routed: Page;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  [mock, browser, pages] = await Promise.all([startMock({ port: 0 }), launchChromium(), servePages()]);
  [worker, routed] = await Promise.all([browser.newPage(), browser.newPage()]);
  await Promise.all([worker.goto(`${pages.origin}/msw`), routed.goto(`${pages.origin}/empty`)]);
  await worker.evaluate('started');
});
afterAll(async () => {
  await browser.close();
  pages.close();
  await mock.close();
});

/** Serves an empty page, and one whose script starts MSW's service worker. */
async function servePages() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { http } from 'msw';
        import { setupWorker } from 'msw/browser';
        import { workspaceHandlers } from './src/handlers/msw/index.ts';
        const worker = setupWorker();
        globalThis.started = worker.start({ quiet: true });
        globalThis.show = (options) => worker.resetHandlers(...workspaceHandlers(http, options));`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  const files = new Map([
    ['/empty', ['text/html', '<!doctype html><title>Empty</title>']],
    ['/msw', ['text/html', '<!doctype html><title>MSW</title><script src="/script.js"></script>']],
    ['/script.js', ['text/javascript', outputFiles[0]?.text ?? '']],
    [
      '/mockServiceWorker.js',
      ['text/javascript', await readFile(`${ROOT}node_modules/msw/lib/mockServiceWorker.js`, 'utf8')],
    ],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const [type = '', text = ''] = files.get(url) ?? [];
    response.writeHead(type === '' ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { origin, close: () => server.close() };
}

/** Sends the requests from a page. */
function walkIn(page: Page, baseUrl: string, requests: readonly WalkedRequest[]): Promise<readonly WalkedAnswer[]> {
  return page.evaluate(`(${walk.toString()})(${JSON.stringify(baseUrl)}, ${JSON.stringify(requests)})`);
}

function differences(
  requests: readonly WalkedRequest[],
  expected: readonly WalkedAnswer[],
  received: readonly WalkedAnswer[],
): readonly unknown[] {
  return requests.flatMap((request, index) => {
    const [one, other] = [essence(expected[index]), essence(received[index])];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ request, expected: one, received: other }];
  });
}

/**
 * The definitions, each with the records that the mock shows: a browser has no generator of texts for patterns, so it may show others.
 */
async function definitions(): Promise<readonly Definition[]> {
  return Promise.all(
    arbitraryDefinitions(20).map(async (definition) => {
      const shown = await loadOwnWorkspaces(definition);
      const workspaces = definition.workspaces.map((workspace) => {
        const records = workspace.entities.map(
          (entity) => [entity.name, shown.records({ workspace, entity })] as const,
        );
        return { ...workspace, records: Object.fromEntries(records) };
      });
      return { ...definition, workspaces };
    }),
  );
}

/** One request of this many is sent for random definitions: all of them take a minute and a half. The test in Node sends all. */
const SAMPLED = 7;

/** Where the page's own routes answer, from another origin. */
const ROUTED = 'http://api.example.com/api/v1';

/** What MSW and the routes answer differently from the mock. */
async function differencesInChromium(requests: readonly WalkedRequest[], definition?: object) {
  const shown = definition && { definition };
  await worker.evaluate(`show(${JSON.stringify({ baseUrl: `${pages.origin}/api/v1`, ...shown })})`);
  await routed.unrouteAll();
  await mockRoutes(routed, { baseUrl: ROUTED, ...shown });
  const [expected, ...received] = await Promise.all([
    walk(mock.url, requests),
    walkIn(worker, `${pages.origin}/api/v1`, requests),
    walkIn(routed, ROUTED, requests),
  ]);
  return received.flatMap((answers) => differences(requests, expected, answers));
}

describe('MSW in Chromium, and routes of Playwright', () => {
  it('answer every scenario of every operation of the demo, in every variant, as the mock does', async () => {
    const requests = demoRequests().filter(isExpressible);
    expect(requests.length).toBeGreaterThan(300);
    expect(await differencesInChromium(requests)).toEqual([]);
  });

  it('answer triggers and documented responses of twenty random definitions as the mock does', async () => {
    let count = 0;
    for (const definition of await definitions()) {
      const requests = (await requestsOf(definition)).filter(isExpressible);
      const sent = requests.filter((_, index) => (count + index) % SAMPLED === 0);
      count += requests.length;
      await mock.show(definition);
      expect(await differencesInChromium(sent, definition)).toEqual([]);
    }
    expect(count).toBeGreaterThan(7_000);
  });
});

describe('routes of Playwright', () => {
  it('answer HEAD without a body, and break connections as far as a route can', async () => {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/empty`);
    const api = await mockRoutes(page, { baseUrl: '/api/v1' });
    const ask = (method: string, headers = {}): Promise<unknown> =>
      page.evaluate(
        async ([url = '', how = '{}']: readonly string[]) => {
          try {
            const response = await fetch(url, JSON.parse(how));
            return { status: response.status, text: await response.text() };
          } catch (error) {
            return String(error);
          }
        },
        [
          `${pages.origin}/api/v1/acme-corp/sales/Customer`,
          JSON.stringify({ method, headers: { authorization: 'Bearer sk_test_read_write', ...headers } }),
        ],
      );
    expect(await ask('HEAD')).toEqual({ status: 200, text: '' });
    expect(await ask('GET', { 'x-mock-fault': 'html' })).toMatchObject({ status: 502 });
    // Half a response cannot be sent, so the connection closes before it.
    for (const fault of ['reset', 'truncate'])
      expect(await ask('GET', { 'x-mock-fault': fault })).toBe('TypeError: Failed to fetch');
    api.failNext('listRecords', 'expiredApiKey');
    expect(await ask('GET')).toMatchObject({ status: 401 });
    expect(await ask('GET')).toMatchObject({ status: 200 });
    await page.close();
  });
});
