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

/** A client that repeats nothing, whose every request gets one answer. */
function clientOf(answer: HostileAnswer, options: Partial<ClientOptions> = {}): Client {
  return hostileClient(server.url, [answer], { retry: { limit: 0 }, ...options }).client;
}

function envelope(code: string, rest: object = {}): string {
  return JSON.stringify({ error: { code, message: 'What went wrong', ...rest } });
}

describe('a response that is not the contract', () => {
  it.each([
    ['an empty 502', 502, '', 'undocumented'],
    ['a 502 of HTML', 502, HTML, 'undocumented'],
    ['a 304', 304, '', 'undocumented'],
    ['a 429 with an envelope', 429, envelope('RATE_LIMITED'), 'undocumented'],
    ['a status that another operation documents', 422, envelope('VALIDATION_ERROR', { details: [] }), 'undocumented'],
    ['a success of another operation', 201, '{"data":{"id":1}}', 'undocumented'],
    ['a success without content', 204, '', 'undocumented'],
    ['a code that belongs to another status', 404, envelope('FORBIDDEN'), 'undocumented'],
    ['a pair that other operations document', 400, envelope('FOREIGN_KEY_VIOLATION'), 'undocumented'],
    ['a code of nobody', 404, envelope('GONE_FISHING'), 'undocumented'],
    ['an empty 500', 500, '', 'empty'],
    ['an empty 200', 200, '', 'empty'],
    ['HTML typed as JSON', 404, HTML, 'not-json'],
    ['a 200 of HTML', 200, HTML, 'not-json'],
    ['a 200 of JSON that was cut off', 200, CUT, 'not-json'],
    ['an envelope that was cut off', 500, '{"error":{"code":"INTERNAL_ER', 'not-json'],
    ['a 500 of null', 500, 'null', 'wrong-shape'],
    ['a 500 of text in quotes', 500, '"INTERNAL_ERROR"', 'wrong-shape'],
    ['an error that is no envelope', 404, '{ "message": "no Route matched" }', 'wrong-shape'],
    ['an envelope without a message', 404, '{"error":{"code":"NOT_FOUND"}}', 'wrong-shape'],
    ['an envelope whose code is a number', 404, '{"error":{"code":404,"message":"no"}}', 'wrong-shape'],
    ['a 200 of null', 200, 'null', 'wrong-shape'],
    ['a 200 of an array', 200, '[{"id":1}]', 'wrong-shape'],
    ['a 200 of an envelope', 200, envelope('NOT_FOUND'), 'wrong-shape'],
    ['a 200 of a record that is null', 200, '{"data":null}', 'wrong-shape'],
    ['a 200 of a record without an id', 200, '{"data":{"name":"Jane"}}', 'wrong-shape'],
    ['a 200 of a record with a text for its id', 200, '{"data":{"id":"1"}}', 'wrong-shape'],
    ['a 200 of a record whose id no number can hold', 200, '{"data":{"id":9007199254740993}}', 'wrong-shape'],
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

  it('is a redirect, which is not followed: a PUT would come back as the success of a GET', async () => {
    const { client, seen } = hostileClient(server.url, [
      { status: 303, headers: { location: '/elsewhere' } },
      { status: 200, body: '{"data":{"id":1}}' },
    ]);
    const result = await client.updateRecord({ ...CUSTOMER, body: { name: 'Jane' } });
    // A browser hides what a redirect is.
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'undocumented' } });
    expect(result.response?.status).not.toBe(200);
    expect(await seen()).toMatchObject([{ method: 'PUT' }]);
  });

  it.each([
    ['no details', {}],
    ['empty details', { details: [] }],
    ['details that are a text', { details: 'name is required' }],
    ['details without fields', { details: [{ message: 'is required' }] }],
  ])('is a 422 with %s', async (_name, rest) => {
    const client = clientOf({ status: 422, body: envelope('VALIDATION_ERROR', rest) });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'wrong-shape' } });
  });

  it.each([
    ['no list', '{"data":{"id":1},"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}'],
    ['a list of something else', '{"data":[1],"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}'],
    [
      'an object that counts like a list',
      '{"data":{"0":{"id":1}},"meta":{"page":0,"size":1,"totalElements":1,"totalPages":1}}',
    ],
    ['no place in the list', '{"data":[{"id":1}],"meta":{"page":0,"size":1}}'],
    ['a place below the list', '{"data":[],"meta":{"page":-1,"size":1,"totalElements":0,"totalPages":0}}'],
  ])('is a page with %s', async (_name, body) => {
    const result = await clientOf({ status: 200, body }).listRecords({ entityName: 'Customer' });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'wrong-shape' } });
  });
});

describe('a response that is the contract', () => {
  it('succeeds with its body, whatever its content type and its further members', async () => {
    const body = '{"data":{"id":1,"name":"Jane"},"took":"7 ms"}';
    const client = clientOf({ status: 200, body, headers: { 'content-type': 'text/plain' } });
    expect(await client.getRecord(CUSTOMER)).toMatchObject({ ok: true, data: { data: { id: 1, name: 'Jane' } } });
  });

  it('succeeds without data where the success has no content', async () => {
    const result = await clientOf({ status: 204, headers: {} }).deleteRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: true, data: undefined, response: { status: 204 } });
  });

  it('is an ApiError, with the id of the request', async () => {
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

  it('says which scenario it is, where the message tells', async () => {
    const messages = ['API key has expired', 'API key is not valid for this workspace', 'Who are you?'];
    const scenarios = await Promise.all(
      messages.map(async (message) => {
        const result = await clientOf({ status: 401, body: envelope('UNAUTHORIZED', { message }) }).getRecord(CUSTOMER);
        return result.ok || result.error.name !== 'ApiError' ? 'no ApiError' : result.error.scenario;
      }),
    );
    expect(scenarios).toEqual(['expiredApiKey', 'wrongWorkspace', undefined]);
  });

  it('carries its details where the code documents them', async () => {
    const details = [{ field: 'name', message: 'name is required', hint: 'a member more' }];
    const client = clientOf({ status: 422, body: envelope('VALIDATION_ERROR', { details }) });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', status: 422, details } });
  });

  it.each([
    ['a member more', { traceId: 'abc' }],
    ['details that the code does not document', { details: [{ field: 'id', message: 'is odd' }] }],
  ])('is an ApiError with %s, which is left out', async (_name, rest) => {
    const result = await clientOf({ status: 404, body: envelope('NOT_FOUND', rest) }).getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', code: 'NOT_FOUND', details: undefined } });
    expect(result).not.toHaveProperty('error.traceId');
  });
});

describe('no complete response', () => {
  it('is NETWORK where nobody listens', async () => {
    const { client } = hostileClient(server.nobody, [], { retry: { limit: 0 } });
    const result = await client.getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'TransportError', code: 'NETWORK' } });
    expect(result.response).toBeUndefined();
  });

  it.each<[string, HostileAnswer]>([
    ['the connection closes before the response', {}],
    ['a success breaks off', { status: 200, body: CUT, ending: 'cut' }],
    ['a failure breaks off', { status: 500, body: '{"error":', ending: 'cut' }],
    ['what comes is no HTTP', { raw: '\u0000\u0001 no HTTP at all\r\n\r\n' }],
    ['a header is broken', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}' }],
    [
      'the body is not encoded as it says',
      { status: 200, body: '{"data":{"id":1}}', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
    ],
  ])('is NETWORK where %s', async (_name, answer) => {
    const result = await clientOf(answer).getRecord(CUSTOMER);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'TransportError', code: 'NETWORK', cause: expect.anything() },
    });
  });

  it('keeps the response of a success that breaks off: the write has happened', async () => {
    const client = clientOf({ status: 201, body: '{"data":', ending: 'cut' });
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'NETWORK' }, response: { status: 201 } });
  });

  it('is ABORTED by the signal, for any reason, before, during and after the headers', async () => {
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

  it('is TIMEOUT once the time of the client, of the call or of a signal is up, in the middle of a body too', async () => {
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

describe('a fetch that takes no notice of signals', () => {
  const never: readonly [string, () => Promise<Response>][] = [
    ['never answers', () => new Promise<Response>(() => undefined)],
    ['never ends its body', () => Promise.resolve(new Response(new ReadableStream()))],
  ];

  it.each(never)('is not waited for once the time is up, or the signal aborted: it %s', async (_name, fetch) => {
    const controller = new AbortController();
    const { client } = hostileClient(server.url, [], { fetch });
    const aborted = client.getRecord(CUSTOMER, { signal: controller.signal, timeout: Infinity });
    controller.abort('left');
    expect(await aborted).toMatchObject({ ok: false, error: { code: 'ABORTED', cause: 'left' } });
    expect(await client.getRecord(CUSTOMER, { timeout: 20 })).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
  });
});

describe('a call by its path', () => {
  const init = { params: { path: { entityName: 'Customer', id: '1' } } };

  it('gives data and error as documented', async () => {
    const right = clientOf({ status: 200, body: '{"data":{"id":1}}' });
    expect(await right.GET('/{entityName}/{id}', init)).toMatchObject({ data: { data: { id: 1 } } });
    const wrong = clientOf({ status: 404, body: envelope('NOT_FOUND') });
    expect(await wrong.GET('/{entityName}/{id}', init)).toMatchObject({ error: { error: { code: 'NOT_FOUND' } } });
    const gone = clientOf({ status: 204, headers: {} });
    expect(await gone.DELETE('/{entityName}/{id}', init)).toMatchObject({ response: { status: 204 } });
  });

  it.each([
    ['an empty 502', 502, ''],
    ['a 500 of null', 500, 'null'],
    ['a 304', 304, ''],
    ['HTML typed as JSON', 404, HTML],
    ['a 200 of JSON that was cut off', 200, '{"data":'],
    ['a 200 of another shape', 200, '{"data":[]}'],
  ])('throws an UnexpectedResponse at %s', async (_name, status, body) => {
    const answered = clientOf({ status, body }).GET('/{entityName}/{id}', init);
    await expect(answered).rejects.toBeInstanceOf(UnexpectedResponse);
  });

  it('throws a TransportError where the connection closes, at what is no request', async () => {
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
