import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Client, ClientOptions } from './index.ts';
import { ApiError, TransportError, UnexpectedResponse } from './index.ts';
import { hostileClient } from './testing/hostile-client.ts';
import type { HostileAnswer } from './testing/hostile-order.ts';
import type { HostileServer } from './testing/hostile-server.ts';
import { startHostileServer } from './testing/hostile-server.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';
const CUSTOMER = { entityName: 'Customer', id: 1 };
const CUT = '{"data":{"id":1,"na';

/** Creates a client without retries. Each request gets the same response. */
function clientOf(answer: HostileAnswer, options: Partial<ClientOptions> = {}): Client {
  return hostileClient(server.url, [answer], { retry: { limit: 0 }, ...options }).client;
}

function envelope(code: string, rest: object = {}): string {
  return JSON.stringify({ error: { code, message: 'What went wrong', ...rest } });
}

describe('a response that violates the contract', () => {
  it.each([
    ['an empty 502', 502, '', 'undocumented'],
    ['a 502 with HTML', 502, HTML, 'undocumented'],
    ['a 304', 304, '', 'undocumented'],
    ['a 429 with an envelope', 429, envelope('RATE_LIMITED'), 'undocumented'],
    ['a status that another operation documents', 422, envelope('VALIDATION_ERROR', { details: [] }), 'undocumented'],
    ['a success of another operation', 201, '{"data":{"id":1}}', 'undocumented'],
    ['a success without content', 204, '', 'undocumented'],
    ['a code that belongs to another status', 404, envelope('FORBIDDEN'), 'undocumented'],
    ['a pair that other operations document', 400, envelope('FOREIGN_KEY_VIOLATION'), 'undocumented'],
    ['an undefined code', 404, envelope('GONE_FISHING'), 'undocumented'],
    ['an empty 500', 500, '', 'empty'],
    ['an empty 200', 200, '', 'empty'],
    ['HTML with the content type of JSON', 404, HTML, 'not-json'],
    ['a 200 with HTML', 200, HTML, 'not-json'],
    ['a 200 with truncated JSON', 200, CUT, 'not-json'],
    ['a truncated envelope', 500, '{"error":{"code":"INTERNAL_ER', 'not-json'],
    ['a 500 with null', 500, 'null', 'wrong-shape'],
    ['a 500 with a JSON string', 500, '"INTERNAL_ERROR"', 'wrong-shape'],
    ['an error without an envelope', 404, '{ "message": "no Route matched" }', 'wrong-shape'],
    ['an envelope without a message', 404, '{"error":{"code":"NOT_FOUND"}}', 'wrong-shape'],
    ['an envelope whose code is a number', 404, '{"error":{"code":404,"message":"no"}}', 'wrong-shape'],
    ['a 200 with null', 200, 'null', 'wrong-shape'],
    ['a 200 with an array', 200, '[{"id":1}]', 'wrong-shape'],
    ['a 200 with an envelope', 200, envelope('NOT_FOUND'), 'wrong-shape'],
    ['a 200 with a null record', 200, '{"data":null}', 'wrong-shape'],
    ['a 200 with a record without an id', 200, '{"data":{"name":"Jane"}}', 'wrong-shape'],
    ['a 200 with a record whose id is a string', 200, '{"data":{"id":"1"}}', 'wrong-shape'],
    ['a 200 with a record whose id exceeds the safe integers', 200, '{"data":{"id":9007199254740993}}', 'wrong-shape'],
  ])('is unexpected: %s', async (_name, status, body, why) => {
    const result = await clientOf({ status, body }).getRecord(CUSTOMER);
    expect(result.ok).toBe(false);
    if (result.ok || !(result.error instanceof UnexpectedResponse)) throw new Error('expected an UnexpectedResponse');
    expect(result.error).toMatchObject({ operationId: 'getRecord', why, status, body });
    expect(result.response?.status).toBe(status);
  });

  it('keeps its headers', async () => {
    const headers = { 'content-type': 'text/html', 'retry-after': '7' };
    const result = await clientOf({ status: 503, body: HTML, headers }).getRecord(CUSTOMER);
    if (result.ok || !(result.error instanceof UnexpectedResponse)) throw new Error('expected an UnexpectedResponse');
    expect(result.error.headers.get('retry-after')).toBe('7');
  });

  it('is a redirect, which is not followed: a PUT would become a GET that succeeds', async () => {
    const { client, seen } = hostileClient(server.url, [
      { status: 303, headers: { location: '/elsewhere' } },
      { status: 200, body: '{"data":{"id":1}}' },
    ]);
    const result = await client.updateRecord({ ...CUSTOMER, body: { name: 'Jane' } });
    // A browser hides the status of a redirect.
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'undocumented' } });
    expect(result.response?.status).not.toBe(200);
    expect(await seen()).toMatchObject([{ method: 'PUT' }]);
  });

  it.each([
    ['no details', {}],
    ['empty details', { details: [] }],
    ['details that are a string', { details: 'name is required' }],
    ['details without fields', { details: [{ message: 'is required' }] }],
  ])('is a 422 with %s', async (_name, rest) => {
    const client = clientOf({ status: 422, body: envelope('VALIDATION_ERROR', rest) });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'wrong-shape' } });
  });

  it.each([
    ['no array of records', '{"data":{"id":1},"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}'],
    ['an array of other values', '{"data":[1],"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}'],
    [
      'an object with numeric keys',
      '{"data":{"0":{"id":1}},"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}',
    ],
    ['no total counts', '{"data":[{"id":1}],"meta":{"page":0,"size":1}}'],
    ['a negative page number', '{"data":[],"meta":{"page":-1,"size":1,"totalElements":0,"totalPages":0}}'],
  ])('is a page with %s', async (_name, body) => {
    const result = await clientOf({ status: 200, body }).listRecords({ entityName: 'Customer' });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'wrong-shape' } });
  });
});

describe('a response that conforms to the contract', () => {
  it('succeeds with its body, whatever its content type and additional members', async () => {
    const body = '{"data":{"id":1,"name":"Jane"},"took":"7 ms"}';
    const client = clientOf({ status: 200, body, headers: { 'content-type': 'text/plain' } });
    expect(await client.getRecord(CUSTOMER)).toMatchObject({ ok: true, data: { data: { id: 1, name: 'Jane' } } });
  });

  it('succeeds without data for an operation without a response body', async () => {
    const result = await clientOf({ status: 204, headers: {} }).deleteRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: true, data: undefined, response: { status: 204 } });
  });

  it('is an ApiError with the id of the request', async () => {
    const headers = { ...JSON_TYPE, 'x-request-id': 'request-7' };
    const result = await clientOf({ status: 404, body: envelope('NOT_FOUND'), headers }).getRecord(CUSTOMER);
    if (result.ok) throw new Error('expected a failure');
    expect(result.error).toBeInstanceOf(ApiError);
    expect(result.error).toMatchObject({
      name: 'ApiError',
      operationId: 'getRecord',
      status: 404,
      code: 'NOT_FOUND',
      message: 'What went wrong',
      requestId: 'request-7',
      scenario: undefined,
    });
  });

  it('has a scenario if the message identifies one', async () => {
    const messages = ['API key has expired', 'API key is not valid for this workspace', 'Who are you?'];
    const scenarios = await Promise.all(
      messages.map(async (message) => {
        const result = await clientOf({ status: 401, body: envelope('UNAUTHORIZED', { message }) }).getRecord(CUSTOMER);
        return result.ok || result.error.name !== 'ApiError' ? 'no ApiError' : result.error.scenario;
      }),
    );
    expect(scenarios).toEqual(['expiredApiKey', 'wrongWorkspace', undefined]);
  });

  it('has details if the code documents them', async () => {
    const details = [{ field: 'name', message: 'name is required', hint: 'an additional member' }];
    const client = clientOf({ status: 422, body: envelope('VALIDATION_ERROR', { details }) });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', status: 422, details } });
  });

  it.each([
    ['an additional member', { traceId: 'abc' }],
    ['details that the code does not document', { details: [{ field: 'id', message: 'is odd' }] }],
  ])('is an ApiError without %s', async (_name, rest) => {
    const result = await clientOf({ status: 404, body: envelope('NOT_FOUND', rest) }).getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', code: 'NOT_FOUND', details: undefined } });
    expect(result).not.toHaveProperty('error.traceId');
  });
});

describe('no complete response', () => {
  it('is NETWORK when nothing listens', async () => {
    const { client } = hostileClient(server.closedUrl, [], { retry: { limit: 0 } });
    const result = await client.getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'TransportError', code: 'NETWORK' } });
    expect(result.response).toBeUndefined();
  });

  it.each<[string, HostileAnswer]>([
    ['the connection closes before the response', {}],
    ['a successful response is truncated', { status: 200, body: CUT, ending: 'cut' }],
    ['an error response is truncated', { status: 500, body: '{"error":', ending: 'cut' }],
    ['the response is not HTTP', { raw: '\u0000\u0001 no HTTP at all\r\n\r\n' }],
    ['a header is broken', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}' }],
    [
      'the body does not match its content coding',
      { status: 200, body: '{"data":{"id":1}}', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
    ],
  ])('is NETWORK when %s', async (_name, answer) => {
    const result = await clientOf(answer).getRecord(CUSTOMER);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'TransportError', code: 'NETWORK', cause: expect.anything() },
    });
  });

  it('keeps a truncated success response, which shows that the write was applied', async () => {
    const client = clientOf({ status: 201, body: '{"data":', ending: 'cut' });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'NETWORK' }, response: { status: 201 } });
  });

  it('is ABORTED when the signal is aborted, for any reason, before, during and after the headers', async () => {
    const reason = 'the page was left';
    const before = await clientOf({}).getRecord(CUSTOMER, { signal: AbortSignal.abort(reason) });
    expect(before).toMatchObject({ error: { code: 'ABORTED', cause: reason } });

    const during = new AbortController();
    const abortAfterSending = (request: Request) => {
      const response = fetch(request);
      during.abort();
      return response;
    };
    const silent = clientOf({ ending: 'never' }, { fetch: abortAfterSending });
    expect(await silent.getRecord(CUSTOMER, { signal: during.signal })).toMatchObject({ error: { code: 'ABORTED' } });

    for (const status of [200, 500]) {
      const after = new AbortController();
      const abortInTheBody = async (request: Request) => {
        const response = await fetch(request);
        after.abort(reason);
        return response;
      };
      const slow = clientOf({ status, body: '{', ending: 'never' }, { fetch: abortInTheBody });
      expect(await slow.getRecord(CUSTOMER, { signal: after.signal })).toMatchObject({
        error: { code: 'ABORTED', cause: reason },
      });
    }
  });

  it('is TIMEOUT after the time limit of the client, the call or a signal, even in the middle of a body', async () => {
    const [silent, slow]: HostileAnswer[] = [{ ending: 'never' }, { status: 200, body: '{', ending: 'never' }];
    for (const answer of [silent ?? {}, slow ?? {}]) {
      const ended = await Promise.all([
        clientOf(answer, { timeout: 20 }).getRecord(CUSTOMER),
        clientOf(answer).getRecord(CUSTOMER, { timeout: 20 }),
        clientOf(answer).getRecord(CUSTOMER, { signal: AbortSignal.timeout(20) }),
        clientOf(answer).getRecord(CUSTOMER, { signal: new AbortController().signal, timeout: 20 }),
      ]);
      for (const result of ended) expect(result).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
    }
  });
});

describe('a fetch that ignores signals', () => {
  const never: readonly [string, () => Promise<Response>][] = [
    ['never responds', () => new Promise<Response>(() => undefined)],
    ['never ends its body', () => Promise.resolve(new Response(new ReadableStream()))],
  ];

  it.each(never)('does not delay a timeout or an abort: a fetch that %s', async (_name, fetch) => {
    const controller = new AbortController();
    const { client } = hostileClient(server.url, [], { fetch });
    const aborted = client.getRecord(CUSTOMER, { signal: controller.signal, timeout: Infinity });
    controller.abort('left');
    expect(await aborted).toMatchObject({ ok: false, error: { code: 'ABORTED', cause: 'left' } });
    expect(await client.getRecord(CUSTOMER, { timeout: 20 })).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
  });
});

describe('a call by path', () => {
  const init = { params: { path: { entityName: 'Customer', id: '1' } } };

  it('returns documented data and errors', async () => {
    const right = clientOf({ status: 200, body: '{"data":{"id":1}}' });
    expect(await right.GET('/{entityName}/{id}', init)).toMatchObject({ data: { data: { id: 1 } } });
    const wrong = clientOf({ status: 404, body: envelope('NOT_FOUND') });
    expect(await wrong.GET('/{entityName}/{id}', init)).toMatchObject({ error: { error: { code: 'NOT_FOUND' } } });
    const gone = clientOf({ status: 204, headers: {} });
    expect(await gone.DELETE('/{entityName}/{id}', init)).toMatchObject({ response: { status: 204 } });
  });

  it.each([
    ['an empty 502', 502, ''],
    ['a 500 with null', 500, 'null'],
    ['a 304', 304, ''],
    ['HTML with the content type of JSON', 404, HTML],
    ['a 200 with truncated JSON', 200, '{"data":'],
    ['a 200 with the wrong shape', 200, '{"data":[]}'],
  ])('throws an UnexpectedResponse for %s', async (_name, status, body) => {
    const answered = clientOf({ status, body }).GET('/{entityName}/{id}', init);
    await expect(answered).rejects.toBeInstanceOf(UnexpectedResponse);
  });

  it('throws a TransportError for a closed connection and for an invalid request', async () => {
    await expect(clientOf({}).GET('/{entityName}/{id}', init)).rejects.toMatchObject({ code: 'NETWORK' });
    // @ts-expect-error no operation has this path
    await expect(clientOf({}).GET('/{entityName}/{id}/orders', init)).rejects.toBeInstanceOf(TransportError);
    const failing = { ...init, middleware: [{ onResponse: () => Promise.reject(new Error('mine')) }] };
    const right = clientOf({ status: 200, body: '{"data":{"id":1}}' });
    await expect(right.GET('/{entityName}/{id}', failing)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    const dots = { params: { path: { entityName: 'Customer', id: '..' } } };
    await expect(clientOf({}).GET('/{entityName}/{id}', dots)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
