import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

import * as client from '../../src/client/index.ts';

const INDEX = fileURLToPath(new URL('../../src/client/index.ts', import.meta.url));

/** A second copy of the client, such as an application gets if one of its dependencies requires another version. */
let copy: typeof client;
beforeAll(async () => {
  const { outputFiles } = await build({ entryPoints: [INDEX], bundle: true, format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  copy = await import(`data:text/javascript;base64,${code}`);
});

const NOT_FOUND = { status: 404, body: '{"error":{"code":"NOT_FOUND","message":"no"}}' };

describe.each([
  ['ApiError', NOT_FOUND],
  ['UnexpectedResponse', { status: 502, body: '' }],
  ['TransportError', undefined],
] as const)('%s', (name, response) => {
  it.each([
    ['the copy', () => copy, () => client],
    ['the original', () => client, () => copy],
  ] as const)('of %s is recognized by the other', async (_name, thrower, judge) => {
    const fetch = () =>
      response ? Promise.resolve(new Response(response.body, response)) : Promise.reject(new Error('reset'));
    const { createClient } = thrower();
    const { getRecord } = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch, retry: { limit: 0 } });
    const { error } = { error: undefined, ...(await getRecord({ entityName: 'Customer', id: 1 })) };
    const { ApiError, isApiError, TransportError, UnexpectedResponse } = judge();
    expect(copy.ApiError).not.toBe(client.ApiError);
    expect(isApiError(error)).toBe(name === 'ApiError');
    expect(isApiError(error, 'NOT_FOUND')).toBe(name === 'ApiError');
    const classes = Object.entries({ ApiError, TransportError, UnexpectedResponse });
    expect(classes.filter(([, each]) => error instanceof each).map(([each]) => each)).toEqual([name]);
  });
});
