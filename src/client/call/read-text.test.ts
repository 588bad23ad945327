import { describe, expect, it } from '@jest/globals';

import type { Client } from '../index.ts';
import { createClient, unwrap } from '../index.ts';
import { readText } from './read-text.ts';

const CUSTOMER = { entityName: 'Customer', id: 1 };
const FOUND = '{"data":{"id":1}}';

/** A response that sends the same piece again and again, and records how often, and whether it was cancelled. */
function endless(status: number) {
  const seen = { pieces: 0, cancelled: false };
  const piece = new TextEncoder().encode('x'.repeat(10));
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        seen.pieces += 1;
        stream.enqueue(piece);
      },
      cancel: () => {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body, { status }) };
}

/** A response whose body comes in pieces of one byte. */
function inSingleBytes(text: string): Response {
  const bytes = new TextEncoder().encode(text);
  let next = 0;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull: (stream) => {
        if (next < bytes.length) stream.enqueue(bytes.slice(next, (next += 1)));
        else stream.close();
      },
    }),
  );
}

describe('readText', () => {
  it.each(['', 'a', 'déjà vu', '日本語', '😀😀', '\ufeff{}', 'a\ufeff', '\0'])(
    'reads %j as `text()` does, in one piece or in single bytes',
    async (text) => {
      const expected = await new Response(text).text();
      expect(await readText(new Response(text))).toBe(expected);
      expect(await readText(inSingleBytes(text))).toBe(expected);
    },
  );

  it('replaces invalid UTF-8 as `text()` does', async () => {
    const bytes = new Uint8Array([0x61, 0xe9, 0xf0, 0x9f, 0x98]);
    expect(await readText(new Response(bytes))).toBe(await new Response(bytes).text());
  });

  it.each([
    [5, 'aaaaa'],
    [0, ''],
    [3, '日本語'],
    [Infinity, 'a'.repeat(100)],
  ])('accepts a body of at most %d characters', async (longest, text) => {
    expect(await readText(new Response(text), longest)).toBe(text);
    expect(await readText(inSingleBytes(text), longest)).toBe(text);
    if (longest < Infinity) expect(await readText(new Response(`${text}a`), longest)).toBeUndefined();
    if (longest < Infinity) expect(await readText(inSingleBytes(`${text}a`), longest)).toBeUndefined();
  });

  it('stops to read as soon as the body is too long, and cancels it', async () => {
    const { seen, response } = endless(200);
    expect(await readText(response, 95)).toBeUndefined();
    expect(seen).toEqual({ pieces: 10, cancelled: true });
  });

  it.each<[string, object]>([
    ['no stream', {}],
    ['a stream that it does not know', { body: { on: () => undefined } }],
    ['no body', { body: null }],
  ])('checks the length of a response with %s after reading it', async (_name, body) => {
    // A cast on purpose: the responses of React Native and of many tests have no stream.
    const response = { ...body, text: () => Promise.resolve('aaaaa') } as Response;
    expect(await readText(response, 5)).toBe('aaaaa');
    expect(await readText(response, 4)).toBeUndefined();
  });
});

describe('a response that is too large', () => {
  const byName = (client: Client) => unwrap(client.getRecord(CUSTOMER));
  const write = (client: Client) => unwrap(client.updateRecord({ ...CUSTOMER, body: {} }));
  const remove = (client: Client) => unwrap(client.deleteRecord(CUSTOMER));
  const bulk = (client: Client) => unwrap(client.bulkDeleteRecords({ entityName: 'Customer', body: [1] }));
  const byPath = (client: Client) => client.GET('/{entityName}/{id}', { params: { path: { ...CUSTOMER, id: '1' } } });
  const calls: readonly [string, (client: Client) => Promise<unknown>][] = [
    ['a read', byName],
    ['a write', write],
    ['a delete', remove],
    ['a batch', bulk],
    ['a call by path', byPath],
  ];

  it.each(calls.flatMap(([name, call]) => [200, 404, 418, 500].map((status) => [name, status, call] as const)))(
    'ends %s with status %d as an UnexpectedResponse, and is not read to its end',
    async (_name, status, call) => {
      const { seen, response } = endless(status);
      const options = { fetch: () => Promise.resolve(response), maxLength: 1000, retry: { limit: 0 } };
      const client = createClient({ baseUrl: 'http://localhost', ...options });
      await expect(call(client)).rejects.toMatchObject({
        name: 'UnexpectedResponse',
        why: 'too-large',
        status,
        body: '',
      });
      expect(seen).toEqual({ pieces: 101, cancelled: true });
    },
  );

  it.each(calls.filter(([, call]) => call === byName || call === byPath))(
    'has a limit that %s may reach',
    async (_name, call) => {
      const fetch = () => Promise.resolve(new Response(FOUND, { headers: { 'x-team': 'sales' } }));
      const longest = (maxLength: number) => createClient({ baseUrl: 'http://localhost', fetch, maxLength });
      expect(await call(longest(FOUND.length))).toMatchObject({ data: {} });
      await expect(call(longest(FOUND.length - 1))).rejects.toMatchObject({ why: 'too-large' });
    },
  );

  it('of a call by path can be read by middleware if it is not too large', async () => {
    const fetch = () => Promise.resolve(new Response(FOUND, { headers: { 'x-team': 'sales' } }));
    const client = createClient({ baseUrl: 'http://localhost', fetch });
    const seen: unknown[] = [];
    const onResponse = async ({ response }: { response: Response }) => {
      seen.push(await response.clone().text(), response.headers.get('x-team'), response.status);
      return undefined;
    };
    const params = { path: { ...CUSTOMER, id: '1' } };
    const { data } = await client.GET('/{entityName}/{id}', { params, middleware: [{ onResponse }] });
    expect([data, ...seen]).toEqual([{ data: { id: 1 } }, FOUND, 'sales', 200]);
  });
});
