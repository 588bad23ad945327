import { describe, expect, it } from '@jest/globals';

import type { ClientErrorOf } from '../index.ts';
import { ApiError, createClient, TransportError, UnexpectedResponse } from '../index.ts';

const KEY = 'sk_live_secret';
const DETAILS = [{ field: 'email', message: 'must be a valid email address' }];
const CIRCULAR = Object.assign(new Error('a', { cause: new Error('b') }), { code: 'E_A' });
Object.assign(CIRCULAR.cause as Error, { cause: CIRCULAR });

async function errorOf(fetch: (request: Request) => Promise<Response>): Promise<ClientErrorOf<'createRecord'>> {
  const client = createClient({ baseUrl: 'http://localhost', apiKey: KEY, fetch, retry: { limit: 0 } });
  const result = await client.createRecord({ entityName: 'Customer', body: {} });
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}

function answered(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  return errorOf(() => Promise.resolve(new Response(body, { status, headers })));
}

/** An error as an HTTP library throws it: with the whole request, and circular. */
const ofLibrary = Object.assign(new TypeError('fetch failed', { cause: CIRCULAR }), {
  config: { headers: { Authorization: `Bearer ${KEY}` } },
  code: 'ERR_NETWORK',
});
Object.assign(ofLibrary, { request: { error: ofLibrary, size: 1n } });

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('mine');
    },
  },
);

describe('JSON.stringify', () => {
  it('writes everything that an ApiError contains', async () => {
    const body = JSON.stringify({
      error: { code: 'VALIDATION_ERROR', message: 'Validation failed: 1 error(s)', details: DETAILS },
    });
    const error = await answered(422, body, { 'x-request-id': 'r1' });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ApiError',
      message: 'Validation failed: 1 error(s)',
      values: { n: '1' },
      operationId: 'createRecord',
      status: 422,
      code: 'VALIDATION_ERROR',
      details: DETAILS,
      scenario: 'validationError',
      requestId: 'r1',
      retryable: false,
    });
  });

  it('writes everything that an UnexpectedResponse contains', async () => {
    const error = await answered(502, '<html>', { 'content-type': 'text/html', 'retry-after': '7' });
    expect(JSON.parse(JSON.stringify({ errors: [error] }))).toEqual({
      errors: [
        {
          name: 'UnexpectedResponse',
          message: 'createRecord returned 502, undocumented',
          operationId: 'createRecord',
          code: 'UNEXPECTED_RESPONSE',
          why: 'undocumented',
          status: 502,
          headers: { 'content-type': 'text/html', 'retry-after': '7' },
          body: '<html>',
          retryable: false,
        },
      ],
    });
  });

  it.each<[string, unknown, unknown]>([
    ['a string', 'left', 'left'],
    ['nothing', undefined, undefined],
    ['null', null, {}],
    ['an error', new TypeError('fetch failed'), { name: 'TypeError', message: 'fetch failed' }],
    [
      'an error with a cause',
      new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) }),
      {
        name: 'TypeError',
        message: 'fetch failed',
        cause: { name: 'Error', message: 'refused', code: 'ECONNREFUSED' },
      },
    ],
    [
      'an error with a circular cause',
      CIRCULAR,
      expect.objectContaining({ message: 'a', code: 'E_A', cause: expect.objectContaining({ message: 'b' }) }),
    ],
    [
      'an error of a library, without its request',
      ofLibrary,
      {
        name: 'TypeError',
        message: 'fetch failed',
        code: 'ERR_NETWORK',
        cause: expect.objectContaining({ code: 'E_A' }),
      },
    ],
    ['a bigint', 1n, {}],
    ['a symbol', Symbol('left'), {}],
    ['an object whose members throw', throwing, {}],
    ['an object without a prototype', Object.create(null), {}],
  ])('writes the cause of a TransportError: %s', async (_name, cause, expected) => {
    const error = await errorOf(() => Promise.reject(cause));
    const text = JSON.stringify(error);
    expect(text).not.toContain(KEY);
    const { message, ...members } = JSON.parse(text);
    expect(members).toMatchObject({ name: 'TransportError', code: 'NETWORK' });
    expect(message).toMatch(/^NETWORK/);
    expect(members.cause).toEqual(expected);
  });
});

const errors = [
  ['ApiError', () => answered(404, '{"error":{"code":"NOT_FOUND","message":"Entity not found: Customer"}}'), ApiError],
  ['UnexpectedResponse', () => answered(502, '<html>'), UnexpectedResponse],
  ['TransportError', () => errorOf(() => Promise.reject(new Error('reset'))), TransportError],
] as const;

describe.each(errors)('%s', (name, make, own) => {
  it('prints its name and its message first, in every console', async () => {
    const error = await make();
    expect(String(error)).toBe(`${name}: ${error.message}`);
    expect(error.stack?.split('\n')[0]).toContain(`${name}: ${error.message}`);
  });

  it('is an instance of its class and of no other', async () => {
    const error = await make();
    expect(errors.filter(([, , each]) => error instanceof each).map(([each]) => each)).toEqual([name]);
    expect(error instanceof Error).toBe(true);
    for (const value of [undefined, null, 0, '', {}, { name }, new Error('no'), Object.create(null)]) {
      expect(value instanceof own).toBe(false);
    }
  });
});
