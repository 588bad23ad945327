import { describe, expect, it } from '@jest/globals';

import type { Client, ClientOptions } from '../index.ts';
import { createClient, unwrap } from '../index.ts';

const CUSTOMER = { entityName: 'Customer', id: 1 };
const byName = (client: Client) => unwrap(client.getRecord(CUSTOMER));
const byPath = (client: Client) => client.GET('/{entityName}/{id}', { params: { path: { ...CUSTOMER, id: '1' } } });
const calls: readonly [string, (client: Client) => Promise<unknown>][] = [
  ['a call by name', byName],
  ['a call by path', byPath],
];

/** Creates a client that records the Authorization header of each request. The first requests get the given statuses. */
function recordingClient(options: Partial<ClientOptions>, statuses: readonly number[] = []) {
  const sent: (string | null)[] = [];
  const fetch = ({ headers }: Request) => {
    sent.push(headers.get('authorization'));
    const status = statuses[sent.length - 1] ?? 200;
    return Promise.resolve(new Response('{"data":{"id":1}}', { status }));
  };
  return { sent, client: createClient({ baseUrl: 'http://localhost', fetch, retry: { delay: 0 }, ...options }) };
}

describe.each(calls)('%s with an apiKey that is a function', (_name, call) => {
  it.each<[string, () => string | Promise<string>]>([
    ['the key', () => 'sk_live_new'],
    ['a promise', () => Promise.resolve('sk_live_new')],
  ])('sends what it returns: %s', async (_what, apiKey) => {
    const { client, sent } = recordingClient({ apiKey });
    await call(client);
    expect(sent).toEqual(['Bearer sk_live_new']);
  });

  it('asks for the key before every request, including retries', async () => {
    let key = 0;
    const { client, sent } = recordingClient({ apiKey: () => `key-${(key += 1)}` }, [503, 503]);
    await call(client);
    await call(client);
    expect(sent).toEqual(['Bearer key-1', 'Bearer key-2', 'Bearer key-3', 'Bearer key-4']);
  });

  it('does not exchange the keys of calls at the same time', async () => {
    let key = 0;
    const slow: (() => void)[] = [];
    const apiKey = () => {
      const own = `key-${(key += 1)}`;
      return new Promise<string>((resolve) => slow.push(() => resolve(own)));
    };
    const { client, sent } = recordingClient({ apiKey });
    const both = [call(client), call(client)];
    slow.toReversed().forEach((finish) => finish());
    await Promise.all(both);
    expect(sent).toEqual(['Bearer key-2', 'Bearer key-1']);
  });

  it.each<[string, () => unknown, string]>([
    ['returns a key with a line feed', () => 'sk_live_secret\n', 'apiKey'],
    ['returns an empty key', () => '', 'apiKey'],
    ['returns no key', () => undefined, 'apiKey'],
    ['returns null', () => null, 'apiKey'],
    ['returns an object', () => ({ key: 'sk_live_secret' }), 'apiKey'],
    ['rejects', () => Promise.reject(new Error('signed out')), 'signed out'],
    [
      'throws',
      () => {
        throw new Error('signed out');
      },
      'signed out',
    ],
  ])('sends nothing if the function %s', async (_what, given, message) => {
    // A cast on purpose: JavaScript may return anything.
    const { client, sent } = recordingClient({ apiKey: given as () => string });
    const error: unknown = await call(client).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining(message) });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(sent).toEqual([]);
  });

  it('times out if the function never answers', async () => {
    const { client, sent } = recordingClient({ apiKey: () => new Promise(() => undefined), timeout: 1 });
    await expect(call(client)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(sent).toEqual([]);
  });

  it('sends nothing if the call is aborted before the function answers', async () => {
    let answer = (_key: string): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = () => resolve();
    });
    const own = new AbortController();
    const { client, sent } = recordingClient({ apiKey: () => asked.then(() => 'key') });
    const result = client.getRecord(CUSTOMER, { signal: own.signal });
    own.abort();
    expect(await result).toMatchObject({ error: { code: 'ABORTED' } });
    answer('key');
    await asked;
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual([]);
  });
});

describe('an apiKey', () => {
  it.each([undefined, null])('of %j sends no Authorization', async (apiKey) => {
    // A cast on purpose: JavaScript may pass null.
    const { client, sent } = recordingClient({ apiKey: apiKey as undefined });
    await byName(client);
    expect(sent).toEqual([null]);
  });

  it('gives way to the Authorization of a call, even if it is a function', async () => {
    const { client, sent } = recordingClient({ apiKey: () => 'key' });
    await client.getRecord(CUSTOMER, { headers: { authorization: 'Basic x' } });
    expect(sent).toEqual(['Basic x']);
  });

  it('does not change the headers that the caller passed', async () => {
    const headers = { authorization: 'replaced by the key' };
    const { client, sent } = recordingClient({ apiKey: () => 'key', headers });
    await byName(client);
    expect(sent).toEqual(['Bearer key']);
    expect(headers).toEqual({ authorization: 'replaced by the key' });
  });
});
