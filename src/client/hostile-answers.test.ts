import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Client } from './index.ts';
import { ApiError, createClient, TransportError, UnexpectedResponse } from './index.ts';

let answer: RequestListener;
let server: Server;
let client: Client;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  baseUrl = `http://127.0.0.1:${port}/api/v1/acme-corp/sales`;
  client = createClient({ baseUrl, apiKey: 'sk_live_test' });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';
const CUSTOMER = { entityName: 'Customer', id: 1 };

function answerWith(status: number, body?: string, headers: Record<string, string> = JSON_TYPE): void {
  answer = (_request, response) => response.writeHead(status, headers).end(body);
}

function envelope(code: string, rest: object = {}): string {
  return JSON.stringify({ error: { code, message: 'What went wrong', ...rest } });
}

describe('a response that is not the contract', () => {
  it.each([
    ['an empty 502', 502, '', 'undocumented'],
    ['a 502 of HTML', 502, HTML, 'undocumented'],
    ['a 304', 304, undefined, 'undocumented'],
    ['a 429 with an envelope', 429, envelope('RATE_LIMITED'), 'undocumented'],
    ['a status that another operation documents', 422, envelope('VALIDATION_ERROR', { details: [] }), 'undocumented'],
    ['a success of another operation', 201, '{"data":{"id":1}}', 'undocumented'],
    ['a success without content', 204, undefined, 'undocumented'],
    ['a code that belongs to another status', 404, envelope('FORBIDDEN'), 'undocumented'],
    ['a pair that other operations document', 400, envelope('FOREIGN_KEY_VIOLATION'), 'undocumented'],
    ['a code of nobody', 404, envelope('GONE_FISHING'), 'undocumented'],
    ['an empty 500', 500, '', 'empty'],
    ['an empty 200', 200, '', 'empty'],
    ['HTML typed as JSON', 404, HTML, 'not-json'],
    ['a 200 of HTML', 200, HTML, 'not-json'],
    ['a 200 of JSON that was cut off', 200, '{"data":{"id":1,"na', 'not-json'],
    ['an envelope that was cut off', 500, '{"error":{"code":"INTERNAL_ER', 'not-json'],
    ['a 500 of null', 500, 'null', 'wrong-shape'],
    ['a 500 of text in quotes', 500, '"INTERNAL_ERROR"', 'wrong-shape'],
    ['an error that is no envelope', 404, '{ "message": "no Route matched" }', 'wrong-shape'],
    ['an envelope without a message', 404, '{"error":{"code":"NOT_FOUND"}}', 'wrong-shape'],
    ['an envelope whose code is a number', 404, '{"error":{"code":404,"message":"no"}}', 'wrong-shape'],
    ['a 200 of null', 200, 'null', 'wrong-shape'],
    ['a 200 of an array', 200, '[{"id":1}]', 'wrong-shape'],
    ['a 200 of an envelope', 200, envelope('NOT_FOUND'), 'wrong-shape'],
  ])('is unexpected: %s', async (_name, status, body, why) => {
    answerWith(status, body);
    const result = await client.getRecord(CUSTOMER);
    expect(result.ok).toBe(false);
    if (result.ok || !(result.error instanceof UnexpectedResponse)) throw new Error('expected an UnexpectedResponse');
    expect(result.error).toMatchObject({ operationId: 'getRecord', why, status, body: body ?? '' });
    expect(result.response?.status).toBe(status);
  });

  it('keeps its headers', async () => {
    answerWith(503, HTML, { 'content-type': 'text/html', 'retry-after': '7' });
    const result = await client.getRecord(CUSTOMER);
    if (result.ok || !(result.error instanceof UnexpectedResponse)) throw new Error('expected an UnexpectedResponse');
    expect(result.error.headers.get('retry-after')).toBe('7');
  });

  it('is a redirect, which is not followed: a PUT would come back as the success of a GET', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.method);
      if (request.method === 'PUT') response.writeHead(303, { location: '/elsewhere' }).end();
      else response.writeHead(200, JSON_TYPE).end('{"data":{"id":1}}');
    };
    const result = await client.updateRecord({ ...CUSTOMER, body: { name: 'Jane' } });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', status: 303 } });
    expect(asked).toEqual(['PUT']);
  });

  it.each([
    ['no details', {}],
    ['empty details', { details: [] }],
    ['details that are a text', { details: 'name is required' }],
    ['details without fields', { details: [{ message: 'is required' }] }],
  ])('is a 422 with %s', async (_name, rest) => {
    answerWith(422, envelope('VALIDATION_ERROR', rest));
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedResponse', why: 'wrong-shape' } });
  });
});

describe('a response that is the contract', () => {
  it('succeeds with its body, whatever its content type', async () => {
    answerWith(200, '{"data":{"id":1,"name":"Jane"}}', { 'content-type': 'text/plain' });
    expect(await client.getRecord(CUSTOMER)).toMatchObject({ ok: true, data: { data: { id: 1, name: 'Jane' } } });
  });

  it('succeeds without data where the success has no content', async () => {
    answerWith(204);
    const result = await client.deleteRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: true, data: undefined, response: { status: 204 } });
  });

  it('is an ApiError, with the id of the request', async () => {
    answerWith(404, envelope('NOT_FOUND'), { ...JSON_TYPE, 'x-request-id': 'request-7' });
    const result = await client.getRecord(CUSTOMER);
    if (result.ok) throw new Error('expected a failure');
    expect(result.error).toBeInstanceOf(ApiError);
    expect(result.error).toMatchObject({
      operationId: 'getRecord',
      status: 404,
      code: 'NOT_FOUND',
      message: 'What went wrong',
      requestId: 'request-7',
    });
  });

  it('carries its details where the code documents them', async () => {
    const details = [{ field: 'name', message: 'name is required', hint: 'a member more' }];
    answerWith(422, envelope('VALIDATION_ERROR', { details }));
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', status: 422, details } });
  });

  it.each([
    ['a member more', { traceId: 'abc' }],
    ['details that the code does not document', { details: [{ field: 'id', message: 'is odd' }] }],
  ])('is an ApiError with %s, which is left out', async (_name, rest) => {
    answerWith(404, envelope('NOT_FOUND', rest));
    const result = await client.getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', code: 'NOT_FOUND', details: undefined } });
    expect(result).not.toHaveProperty('error.traceId');
  });
});

describe('no complete response', () => {
  async function transportError(signal?: AbortSignal): Promise<TransportError> {
    const result = await client.getRecord(CUSTOMER, { signal });
    if (result.ok || !(result.error instanceof TransportError)) throw new Error('expected a TransportError');
    return result.error;
  }

  it('is NETWORK where nobody listens', async () => {
    const nobody = createServer();
    await new Promise<void>((listening) => nobody.listen(0, '127.0.0.1', listening));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((closed) => nobody.close(closed));
    const result = await createClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'key' }).getRecord(CUSTOMER);
    expect(result).toMatchObject({ ok: false, error: { name: 'TransportError', code: 'NETWORK' } });
    expect(result).not.toHaveProperty('response');
  });

  it('is NETWORK where the connection closes before the response', async () => {
    answer = (request) => request.socket.destroy();
    expect(await transportError()).toMatchObject({ code: 'NETWORK', cause: expect.anything() });
  });

  it.each([200, 500])('is NETWORK where a %d breaks off', async (status) => {
    answer = (request, response) => {
      response.writeHead(status, { ...JSON_TYPE, 'content-length': '100' });
      response.write('{"data":', () => request.socket.destroy());
    };
    expect(await transportError()).toMatchObject({ code: 'NETWORK' });
  });

  it('keeps the response of a success that breaks off: the write has happened', async () => {
    answer = (request, response) => {
      response.writeHead(201, { ...JSON_TYPE, 'content-length': '100' });
      response.write('{"data":', () => request.socket.destroy());
    };
    const result = await client.createRecord({ entityName: 'Customer', body: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'NETWORK' }, response: { status: 201 } });
  });

  it('is NETWORK where the body is not encoded as it says', async () => {
    answerWith(200, '{"data":{"id":1}}', { ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect(await transportError()).toMatchObject({ code: 'NETWORK' });
  });

  it('is ABORTED by the signal, for any reason, before, during and after the headers', async () => {
    const reason = 'the page was left';
    expect(await transportError(AbortSignal.abort(reason))).toMatchObject({ code: 'ABORTED', cause: reason });

    const beforeHeaders = new AbortController();
    answer = () => beforeHeaders.abort();
    expect(await transportError(beforeHeaders.signal)).toMatchObject({ code: 'ABORTED' });

    for (const status of [200, 500]) {
      const duringBody = new AbortController();
      answer = (_request, response) => {
        response.writeHead(status, JSON_TYPE);
        response.write('{', () => duringBody.abort());
      };
      expect(await transportError(duringBody.signal)).toMatchObject({ code: 'ABORTED' });
    }
  });

  it('is TIMEOUT by a signal of a time limit', async () => {
    answer = () => {};
    expect(await transportError(AbortSignal.timeout(20))).toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('api', () => {
  const path = { entityName: 'Customer', id: '1' };

  it('gives data and error as documented', async () => {
    answerWith(200, '{"data":{"id":1}}');
    expect(await client.api.GET('/{entityName}/{id}', { params: { path } })).toMatchObject({
      data: { data: { id: 1 } },
    });
    answerWith(404, envelope('NOT_FOUND'));
    expect(await client.api.GET('/{entityName}/{id}', { params: { path } })).toMatchObject({
      error: { error: { code: 'NOT_FOUND' } },
    });
  });

  it.each([
    ['an empty 502', 502, ''],
    ['a 500 of null', 500, 'null'],
    ['a 304', 304, undefined],
    ['HTML typed as JSON', 404, HTML],
    ['a 200 of JSON that was cut off', 200, '{"data":'],
  ])('throws an UnexpectedResponse at %s', async (_name, status, body) => {
    answerWith(status, body);
    await expect(client.api.GET('/{entityName}/{id}', { params: { path } })).rejects.toBeInstanceOf(UnexpectedResponse);
  });

  it('throws a TransportError where the connection closes', async () => {
    answer = (request) => request.socket.destroy();
    await expect(client.api.GET('/{entityName}/{id}', { params: { path } })).rejects.toBeInstanceOf(TransportError);
  });
});
