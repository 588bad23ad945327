import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Client, ClientOptions } from '../index.ts';
import { unwrap } from '../index.ts';
import { hostileClient } from '../testing/hostile-client.ts';
import type { HostileAnswer } from '../testing/hostile-order.ts';
import type { HostileServer } from '../testing/hostile-server.ts';
import { startHostileServer } from '../testing/hostile-server.ts';
import { changeRuntime } from '../testing/runtime-changes.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const CUSTOMER = { entityName: 'Customer', id: 1 };
const FOUND: HostileAnswer = { status: 200, body: '{"data":{"id":1}}' };
const SILENT: HostileAnswer = { ending: 'never' };
const HALF: HostileAnswer = { ...FOUND, ending: 'never' };
const LIMITS = { timeout: 20, retry: { limit: 0 } };

/** A fetch that ignores every signal. */
const deaf = (): Promise<Response> => new Promise(() => undefined);

const byName = (client: Client) => unwrap(client.getRecord(CUSTOMER));
const write = (client: Client) => unwrap(client.updateRecord({ ...CUSTOMER, body: { name: 'Jane' } }));
const byPath = (client: Client) =>
  client.GET('/{entityName}/{id}', { params: { path: { entityName: 'Customer', id: '1' } } });
const withDeafMiddleware = (client: Client) =>
  client.GET('/{entityName}/{id}', {
    params: { path: { entityName: 'Customer', id: '1' } },
    middleware: [{ onRequest: () => new Promise(() => undefined) }],
  });

type Call = (client: Client) => Promise<unknown>;
const senders: readonly [string, Call, Partial<ClientOptions>][] = [
  ['a read', byName, {}],
  ['a write', write, {}],
  ['a read with a custom fetch', byName, { fetch: (request) => fetch(request) }],
  ['a call by path', byPath, {}],
];

describe.each([
  'nothing',
  'AbortSignal.timeout',
  'AbortSignal.any',
  'throwIfAborted',
  'AbortSignal.timeout, AbortSignal.any, throwIfAborted',
  'DOMException',
  'the AbortController that fetch accepts',
  'the reason of signals',
  'clones of responses',
])('in a runtime that lacks %s', (lacking) => {
  let restore: () => void;
  beforeEach(() => {
    restore = changeRuntime(lacking);
  });
  afterEach(() => restore());

  it.each(senders)('%s succeeds', async (_name, call, options) => {
    const { client } = hostileClient(server.url, [FOUND], options);
    expect(await call(client)).toMatchObject({ data: {} });
  });

  it.each([
    ...senders.flatMap(([name, call, options]) => [
      [`${name} that gets no response`, call, options, SILENT] as const,
      [`${name} that gets half a response`, call, options, HALF] as const,
    ]),
    ['a read with a fetch that ignores signals', byName, { fetch: deaf }, FOUND],
    ['a call by path with a middleware that never ends', withDeafMiddleware, {}, FOUND],
  ] as const)('%s times out', async (_name, call, options, answer) => {
    const { client } = hostileClient(server.url, [answer], { ...LIMITS, ...options });
    await expect(call(client)).rejects.toMatchObject({ name: 'TransportError', code: 'TIMEOUT' });
  });

  it.each(['before it starts', 'while it waits for a response'])('a call is aborted %s', async (when) => {
    const { client, seen } = hostileClient(server.url, [SILENT], { retry: { limit: 0 } });
    const own = new AbortController();
    if (when === 'before it starts') own.abort();
    const result = client.getRecord(CUSTOMER, { signal: own.signal });
    while (!own.signal.aborted) if ((await seen()).length > 0) own.abort();
    expect(await result).toMatchObject({ ok: false, error: { name: 'TransportError', code: 'ABORTED' } });
  });

  it('keeps the response of a call that times out in the middle of its body', async () => {
    const fetch = () => Promise.resolve(new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })));
    const { client } = hostileClient(server.url, [], { ...LIMITS, fetch });
    expect(await client.getRecord(CUSTOMER)).toMatchObject({ error: { code: 'TIMEOUT' }, response: { status: 200 } });
  });
});
