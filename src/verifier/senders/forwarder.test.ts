import { request as open } from 'node:http';
import { text as textOf } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { Forwarder } from './forwarder.ts';
import { startForwarder } from './forwarder.ts';

let forwarder: Forwarder | undefined;
afterEach(() => forwarder?.close());

const asked: PlannedRequest[] = [];
const forwarding = async (outcome: { status: number; headers?: Record<string, string>; body: string } | string) => {
  asked.length = 0;
  forwarder = await startForwarder((request): Promise<Exchange> => {
    asked.push(request);
    if (typeof outcome === 'string') return Promise.resolve({ request, failure: outcome });
    return Promise.resolve({ request, response: { headers: {}, ...outcome } });
  });
  return forwarder.url;
};

/** Sends a request with a path that no URL parser has touched. */
async function ask(url: string, path: string, { method = 'GET', body = '' } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; text: string }>();
  const { pathname } = new URL(url);
  const outgoing = open(url, { method, path: `${pathname}${path}`, headers: { 'x-a': 'b' } }, (incoming) => {
    textOf(incoming).then((received) => resolve({ status: incoming.statusCode, text: received }), reject);
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

describe('a forwarder', () => {
  it('passes method, path, headers and body on as they are', async () => {
    const url = await forwarding({ status: 201, headers: { 'x-c': 'd' }, body: '{}' });
    expect(await ask(url, '/a/../%2F?b=%zz', { method: 'POST', body: 'ü' })).toEqual({ status: 201, text: '{}' });
    expect(asked).toEqual([{ method: 'POST', path: '/a/../%2F?b=%zz', headers: { 'x-a': 'b' }, body: 'ü' }]);
  });

  it('closes the connection if there is no response', async () => {
    const url = await forwarding('timed out');
    await expect(ask(url, '/a')).rejects.toThrow('socket hang up');
  });

  it('serves only the sender that knows its URL', async () => {
    const url = await forwarding({ status: 200, body: '' });
    await expect(ask(new URL(url).origin, 'acme-corp/sales/Customer')).rejects.toThrow('socket hang up');
    expect(asked).toEqual([]);
  });

  it.each([
    { status: 100, body: '' },
    { status: 200, headers: { 'x-a': 'ü\u{1f600}' }, body: '{}' },
    { status: 200, headers: { 'content-length': '9', 'transfer-encoding': 'chunked' }, body: '{}' },
    { status: 204, body: 'surplus' },
  ])('sends a complete response for %j', async (response) => {
    const url = await forwarding(response);
    expect((await ask(url, '/a')).status).toBeGreaterThanOrEqual(200);
  });

  it.each(['[', '<p>', '{"a":'])(
    'shortens a body of %j, which the validator of the sender could not read',
    async (part) => {
      const url = await forwarding({ status: 500, body: part.repeat(100_000) });
      expect((await ask(url, '/a')).text.length).toBeLessThanOrEqual(1000);
    },
  );
});
