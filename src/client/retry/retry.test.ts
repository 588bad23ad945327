import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { documentsStatus } from '../../contract/index.ts';
import type { Client, ClientOptions } from '../index.ts';
import { createClient, isRetryable } from '../index.ts';
import { hostileClient } from '../testing/hostile-client.ts';
import type { HostileAnswer } from '../testing/hostile-order.ts';
import type { HostileServer } from '../testing/hostile-server.ts';
import { startHostileServer } from '../testing/hostile-server.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const CUSTOMER = { entityName: 'Customer', id: 1 };
const FOUND: HostileAnswer = { status: 200, body: '{"data":{"id":1}}' };

function envelope(status: number, code: string): HostileAnswer {
  return { status, body: JSON.stringify({ error: { code, message: 'What went wrong' } }) };
}

/** Statuses of gateways. If the operation documents one, the response is the server's own. */
const gateways = [502, 503, 504, 429].filter((status) => !documentsStatus('getRecord', status));
const [busy = NaN] = gateways;

/** The result of a call with these responses, and the number of requests it sent. */
async function fate(
  answers: readonly HostileAnswer[],
  call: (client: Client) => Promise<{ readonly ok: boolean }>,
  options: Partial<ClientOptions> = {},
) {
  const { client, seen } = hostileClient(server.url, answers, options);
  const { ok } = await call(client);
  return { ok, asked: (await seen()).length };
}

const read = (client: Client) => client.getRecord(CUSTOMER);
const writes: readonly [string, (client: Client) => Promise<{ readonly ok: boolean }>][] = [
  ['createRecord', (client) => client.createRecord({ entityName: 'Customer', body: { name: 'Jane' } })],
  ['updateRecord', (client) => client.updateRecord({ ...CUSTOMER, body: { name: 'Jane' } })],
  ['deleteRecord', (client) => client.deleteRecord(CUSTOMER)],
  ['bulkDeleteRecords', (client) => client.bulkDeleteRecords({ entityName: 'Customer', body: [1] })],
];

describe('a read is retried', () => {
  it.each<[string, HostileAnswer]>([
    ['a truncated success', { status: 200, body: '{"da', ending: 'cut' }],
    ['a truncated failure', { status: 404, body: '{"er', ending: 'cut' }],
    ['a broken header', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}' }],
    ...gateways.flatMap((status): [string, HostileAnswer][] => [
      [`an empty ${status}`, { status }],
      [`a ${status} of HTML`, { status, body: '<html>' }],
    ]),
    ['a documented failure that is retryable', envelope(500, 'INTERNAL_ERROR')],
  ])('after %s', async (_name, answer) => {
    expect(await fate([answer, FOUND], read)).toEqual({ ok: true, asked: 2 });
    expect((await fate([answer], read)).asked).toBe(3);
    expect((await fate([answer], read, { retry: { limit: 0 } })).asked).toBe(1);
  });

  it('when called by path', async () => {
    const { client, seen } = hostileClient(server.url, [{ status: busy }, FOUND]);
    const path = { entityName: 'Customer', id: '1' };
    expect(await client.GET('/{entityName}/{id}', { params: { path } })).toMatchObject({ data: { data: { id: 1 } } });
    expect(await seen()).toHaveLength(2);
  });

  it('when called by path, and the last request determines the result', async () => {
    const { client } = hostileClient(server.url, [envelope(500, 'INTERNAL_ERROR'), { ending: 'cut', status: 200 }]);
    const path = { entityName: 'Customer', id: '1' };
    await expect(client.GET('/{entityName}/{id}', { params: { path } })).rejects.toMatchObject({ code: 'NETWORK' });
  });

  it('up to the limit of the call, if it has one', async () => {
    const { client, seen } = hostileClient(server.url, [{ status: busy }]);
    await client.getRecord(CUSTOMER, { retry: { limit: 1 } });
    expect(await seen()).toHaveLength(2);
  });
});

describe('isRetryable', () => {
  const outcomes: readonly [string, HostileAnswer, boolean, boolean][] = [
    ['a truncated success', { status: 200, body: '{"da', ending: 'cut' }, true, false],
    ['a gateway status', { status: busy }, true, false],
    ['a documented failure that is retryable', envelope(500, 'INTERNAL_ERROR'), true, false],
    ['a documented failure that is not', envelope(404, 'NOT_FOUND'), false, false],
    ['a 200 with HTML', { status: 200, body: '<html>' }, false, false],
  ];
  it.each(outcomes)('judges %s of a read and of a write', async (_name, answer, ofRead, ofWrite) => {
    const { client } = hostileClient(server.url, [answer], { retry: { limit: 0 } });
    const results = [await read(client), ...(await Promise.all(writes.map(([, call]) => call(client))))];
    expect(results.map((result) => isRetryable('error' in result && result.error))).toEqual([
      ofRead,
      ...writes.map(() => ofWrite),
    ]);
  });

  it('is true for a write that was certainly not sent, and false for an abort, a timeout and every other value', async () => {
    const refused = Object.assign(new Error('refused'), { syscall: 'connect' });
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: refused }));
    const { client } = hostileClient(server.url, [], { fetch, retry: { limit: 0 } });
    const [, write] = writes[0] ?? [];
    const result = await write?.(client);
    expect(isRetryable(result && 'error' in result && result.error)).toBe(true);
    const late = await hostileClient(server.url, [{ ending: 'never' }], { timeout: 5 }).client.getRecord(CUSTOMER);
    const own = { signal: AbortSignal.abort() };
    const aborted = await hostileClient(server.url, [FOUND]).client.getRecord(CUSTOMER, own);
    const errors = [late, aborted].map((each) => (each.ok ? undefined : each.error));
    expect([...errors, undefined, null, 'no', new Error('no')].map((each) => isRetryable(each))).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});

describe('a read is not retried', () => {
  it.each<[string, HostileAnswer]>([
    ['a documented failure that is not retryable', envelope(404, 'NOT_FOUND')],
    ['a 500 that is not the documented one', { status: 500, body: '<html>' }],
    ['a 409, which does not go away by waiting', { status: 409 }],
    ['a 200 with HTML', { status: 200, body: '<html>' }],
    ['a 418', { status: 418 }],
  ])('after %s', async (_name, answer) => {
    expect((await fate([answer], read)).asked).toBe(1);
  });

  it('if the server asks for more than the longest delay', async () => {
    const later = { status: busy, headers: { 'retry-after': '11' } };
    expect((await fate([later], read)).asked).toBe(1);
  });

  it('after a timeout or an abort', async () => {
    expect((await fate([{ ending: 'never' }], read, { timeout: 20 })).asked).toBe(1);
    const controller = new AbortController();
    const { client, seen } = hostileClient(server.url, [{ status: busy }], {
      retry: { delay: 60_000, maxDelay: 60_000 },
      fetch: async (request) => {
        const response = await fetch(request);
        setTimeout(() => controller.abort('left'));
        return response;
      },
    });
    const result = await client.getRecord(CUSTOMER, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'ABORTED', cause: 'left' } });
    expect(await seen()).toHaveLength(1);
  });
});

describe('a write is not retried', () => {
  it.each(
    writes.flatMap(([name, call]) =>
      [
        {},
        { status: 200, body: '{"da', ending: 'cut' } as const,
        { status: busy },
        envelope(500, 'INTERNAL_ERROR'),
      ].map((answer) => [name, answer, call] as const),
    ),
  )('%s after %j', async (_name, answer, call) => {
    expect(await fate([answer], call)).toMatchObject({ ok: false });
    // A browser itself resends a request when a reused connection turns out to be closed (RFC 9112, section 9.3.1).
    if (answer.status !== undefined) expect((await fate([answer], call)).asked).toBe(1);
  });
});

describe('a write that was provably never sent', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' });

  /** Creates a client whose fetch fails once with a cause, and records the bodies it was called with. */
  function failingOnce(cause: unknown) {
    const bodies: string[] = [];
    const fetch = async (request: Request) => {
      bodies.push(await request.text());
      if (bodies.length === 1) throw new TypeError('fetch failed', { cause });
      return Response.json({ data: { id: 1 } }, { status: 201 });
    };
    return { bodies, client: createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch, retry: { delay: 1 } }) };
  }

  it.each([
    ['no connection', refused],
    ['no connection to any address', new AggregateError([refused, refused])],
    ['no such host', Object.assign(new Error('getaddrinfo EAI_AGAIN'), { syscall: 'getaddrinfo' })],
  ])('is retried with its body: %s', async (_name, cause) => {
    const { client, bodies } = failingOnce(cause);
    expect(await client.createRecord({ entityName: 'Customer', body: { name: 'Jane' } })).toMatchObject({ ok: true });
    expect(bodies).toEqual(['{"name":"Jane"}', '{"name":"Jane"}']);
  });

  it('does not include one with a truncated response, whatever the cause', async () => {
    let asked = 0;
    const fetch = () => {
      asked += 1;
      const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('broken', { cause: refused })) });
      return Promise.resolve(new Response(body, { status: 201 }));
    };
    const client = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch, retry: { delay: 1 } });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect([result, asked]).toMatchObject([{ ok: false, error: { code: 'NETWORK' } }, 1]);
  });

  it.each([
    ['a connection that broke', Object.assign(new Error('read ECONNRESET'), { syscall: 'read' })],
    ['one address of two', new AggregateError([refused, new Error('write EPIPE')])],
    ['no address', new AggregateError([])],
    ['nothing', undefined],
  ])('does not include one that failed with %s', async (_name, cause) => {
    const { client, bodies } = failingOnce(cause);
    expect(await client.createRecord({ entityName: 'Customer', body: {} })).toMatchObject({ ok: false });
    expect(bodies).toHaveLength(1);
  });
});
