import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { RequestEntry } from '../log/log.ts';
import { readSeries } from '../metrics/testing.ts';
import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, askBytes, demoKeys, startTestServer } from '../testing/test-server.ts';

const ORIGIN = 'https://app.example.com';

let server: TestServer;
let now: number;
let entries: RequestEntry[];
beforeEach(async () => {
  now = Date.UTC(2026, 10, 29);
  entries = [];
  server = await startTestServer({
    rateLimit: 2,
    metricsPort: 0,
    cors: [ORIGIN],
    now: () => new Date(now),
    logRequest: (entry) => entries.push(entry),
  });
});
afterEach(() => server.close());

/** Returns the statuses of requests that are sent one after the other. */
async function statuses(...questions: readonly Question[]): Promise<readonly number[]> {
  const all: number[] = [];
  for (const question of questions) all.push((await ask(server, question)).status);
  return all;
}

const three = (question: Question): readonly Question[] => [question, question, question];

describe('a limit on requests', () => {
  it('counts for each key, and not for all of them together', async () => {
    expect(await statuses(...three({}))).toEqual([200, 200, 429]);
    expect(
      await statuses({ key: demoKeys.readOnly }, { key: demoKeys.archive, path: 'acme-corp/archive/Customer' }),
    ).toEqual([200, 200]);
    expect(await statuses({})).toEqual([429]);
  });

  it('recovers after the wait that it asks for', async () => {
    await statuses({}, {});
    const { headers } = await ask(server);
    now += Number(headers['retry-after']) * 1000;
    expect(await statuses(...three({}))).toEqual([200, 200, 429]);
  });

  it('responds as a gateway does: in plain text, with whole seconds in Retry-After', async () => {
    await statuses({}, {});
    expect(await ask(server, { headers: { 'x-request-id': 'mine', origin: ORIGIN } })).toMatchObject({
      status: 429,
      text: 'Too Many Requests\n',
      headers: {
        'content-type': 'text/plain',
        'retry-after': '1',
        'x-request-id': 'mine',
        'access-control-allow-origin': ORIGIN,
        'access-control-expose-headers': expect.stringContaining('retry-after'),
      },
    });
  });

  it.each<[string, Question]>([
    ['a write, which it does not carry out', { method: 'POST', body: { name: 'Jane', email: 'jane@example.com' } }],
    ['an invalid key', { key: 'sk_live_unknown' }],
    ['a revoked key', { key: demoKeys.revoked }],
    ['no key', { key: null }],
    ['a malformed key', { key: 'not a key' }],
    ['an unknown path', { path: 'nowhere' }],
    ['a method that the path does not support', { method: 'PATCH' }],
    ['HEAD', { method: 'HEAD' }],
  ])('also counts a request with %s', async (_title, question) => {
    const [, , third] = await statuses(...three(question));
    expect(third).toBe(429);
  });

  it('is shared by the requests without a key from one address, and never by those with one', async () => {
    expect(await statuses({ key: null }, { key: null, path: '/Order' }, { key: null }, { key: 'not a key' })).toEqual([
      401, 401, 429, 429,
    ]);
    expect(await statuses({}, { key: 'sk_live_unknown' })).toEqual([200, 401]);
  });

  it('does not count health checks and preflights', async () => {
    const preflight = { origin: ORIGIN, 'access-control-request-method': 'GET' };
    const asked = { method: 'OPTIONS', key: null, headers: preflight };
    expect(await statuses(...three(asked), asked)).toEqual([204, 204, 204, 204]);
    for (let count = 0; count < 4; count += 1) expect((await fetch(new URL('/readyz', server.url))).ok).toBe(true);
  });

  it('leaves the connection open, with the requests that follow', async () => {
    const head = `GET /api/v1/acme-corp/sales/Customer/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${demoKeys.readWrite}\r\n`;
    const other = head.replace(demoKeys.readWrite, demoKeys.readOnly);
    const answers = await askBytes(server, `${head}\r\n`.repeat(3) + `${other}Connection: close\r\n\r\n`);
    expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      '200',
      '200',
      '429',
      '200',
    ]);
  });

  it('has a status of its own in the metrics and in the log, and no scenario', async () => {
    await statuses(...three({}));
    expect(await readSeries(server.metricsUrl)).toMatchObject({
      'workspace_api_requests_total{operation="listRecords",status="200",scenario=""}': 2,
      'workspace_api_requests_total{operation="listRecords",status="429",scenario=""}': 1,
    });
    expect(entries.map(({ status, scenario }) => [status, scenario])).toEqual([
      [200, undefined],
      [200, undefined],
      [429, undefined],
    ]);
  });

  it('is off by default', async () => {
    const unlimited = await startTestServer({ now: () => new Date(now) });
    try {
      for (let count = 0; count < 50; count += 1) expect((await ask(unlimited)).status).toBe(200);
    } finally {
      await unlimited.close();
    }
  });

  it.each([0, -1, NaN])('cannot be %d', async (rateLimit) => {
    await expect(startTestServer({ rateLimit })).rejects.toThrow(RangeError);
  });
});
