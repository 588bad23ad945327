import { afterEach, describe, expect, it } from '@jest/globals';

import { fail } from '../contract/index.ts';
import type { Application } from './testing/application.ts';
import { frameworks, startExpress, startFastify, startWith } from './testing/application.ts';
import { ask } from './testing/ask.ts';

/** Headers about the body that was not sent, by what they are. */
const aboutAnotherBody: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  representation: {
    'accept-ranges': 'bytes',
    'content-base': 'http://a/',
    'content-digest': 'sha-256=:YQ==:',
    'content-disposition': 'attachment; filename="a.csv"',
    'content-encoding': 'gzip',
    'content-language': 'de',
    'content-location': '/a.csv',
    'content-md5': 'YQ==',
    'content-range': 'bytes 0-1/2',
    'content-script-type': 'text/javascript',
    'content-style-type': 'text/css',
    'content-version': '7',
    'delta-base': '"a"',
    digest: 'sha-256=YQ==',
    etag: '"a"',
    im: 'gzip',
    'last-modified': 'Sat, 28 Nov 2026 00:00:00 GMT',
    link: '</a>; rel="next"',
    location: '/Customer/1',
    'memento-datetime': 'Sat, 28 Nov 2026 00:00:00 GMT',
    'preference-applied': 'return=minimal',
    refresh: '0; url=/a',
    'repr-digest': 'sha-256=:YQ==:',
    signature: 'a=:YQ==:',
    'signature-input': 'a=()',
    sourcemap: '/a.map',
    tcn: 'choice',
    'unencoded-digest': 'sha-256=:YQ==:',
    'variant-vary': 'accept',
    'x-accel-redirect': '/a.csv',
    'x-sendfile': '/a.csv',
    'x-sourcemap': '/a.map',
  },
  caching: {
    age: '7',
    'cache-control': 'public, max-age=60',
    'cache-status': 'a; hit',
    'cache-tag': 'a',
    'cdn-cache-control': 'max-age=60',
    'cloudflare-cdn-cache-control': 'max-age=60',
    'edge-control': 'max-age=60',
    expires: 'Sun, 28 Nov 2027 00:00:00 GMT',
    'no-vary-search': 'params',
    pragma: 'cache',
    'surrogate-control': 'max-age=60',
    'surrogate-key': 'a',
    warning: '110 - "stale"',
    'x-accel-expires': '60',
  },
  framing: { 'content-length': '7', trailer: 'x-sum', 'transfer-encoding': 'chunked' },
  authentication: { 'www-authenticate': 'Basic realm="secret"' },
};

/** Headers about the application or the connection, which middleware sets for every response. */
const aboutTheApplication: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  helmet: {
    'content-security-policy': "default-src 'self'",
    'content-security-policy-report-only': "default-src 'self'",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'geolocation=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  },
  cors: {
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'Authorization, Content-Type',
    'access-control-allow-methods': 'GET, DELETE',
    'access-control-allow-origin': 'https://app.example',
    'access-control-expose-headers': 'X-Request-Id',
    'access-control-max-age': '600',
    vary: 'Origin',
  },
  others: {
    allow: 'GET',
    'cache-control': 'no-store',
    'clear-site-data': '"cookies"',
    connection: 'close',
    deprecation: '@1',
    'ratelimit-limit': '7',
    'retry-after': '7',
    'server-timing': 'db;dur=1',
    sunset: 'Sun, 28 Nov 2027 00:00:00 GMT',
    'timing-allow-origin': '*',
    'x-ratelimit-remaining': '0',
  },
};

describe.each(frameworks)('a failure of an application on %s', (framework) => {
  let running: Application;
  afterEach(() => running.close());

  async function failWith(headers: Readonly<Record<string, string>>): Promise<Awaited<ReturnType<typeof ask>>> {
    running = await startWith(framework, ({ setHeader }) => {
      for (const [name, value] of Object.entries(headers)) setHeader(name, value);
      throw fail('recordNotFound', { id: '42' });
    });
    const answer = await ask(running.port, '/case');
    expect([answer.status, JSON.parse(answer.text).error.message]).toEqual([404, 'Record not found: 42']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(answer.text.length),
    });
    return answer;
  }

  it.each(Object.entries(aboutAnotherBody))('removes the headers about %s of another body', async (_kind, headers) => {
    const { headers: answered } = await failWith(headers);
    const left = Object.keys(headers).filter((name) => name in answered && name !== 'content-length');
    expect(left).toEqual([]);
  });

  it.each(Object.entries(aboutTheApplication))('keeps the headers of %s', async (_kind, headers) => {
    expect((await failWith(headers)).headers).toMatchObject(headers);
  });

  it('keeps every cookie', async () => {
    const headers = { 'set-cookie': 'sid=1; Path=/; HttpOnly' };
    expect((await failWith(headers)).headers).toMatchObject({ 'set-cookie': [headers['set-cookie']] });
  });
});

describe('a failure after a handler set more than headers', () => {
  let running: Application;
  afterEach(() => running.close());

  it('has the text of its own status', async () => {
    for (const start of [
      () =>
        startFastify((app) => {
          app.get('/case', async (_request, reply) => {
            reply.raw.statusMessage = 'secret';
            throw fail('readOnlyKey');
          });
        }),
      () =>
        startExpress((app) => {
          app.get('/case', (_request, response) => {
            response.statusMessage = 'secret';
            throw fail('readOnlyKey');
          });
        }),
    ]) {
      running = await start();
      expect(await ask(running.port, '/case')).toMatchObject({ status: 403, reason: 'Forbidden' });
      await running.close();
    }
    running = await startFastify(() => undefined);
  });

  it('has no trailers', async () => {
    running = await startFastify((app) => {
      app.get('/case', async (_request, reply) => {
        reply.trailer('x-sum', async () => 'secret');
        throw fail('readOnlyKey');
      });
    });
    const { headers } = await ask(running.port, '/case');
    expect(headers).toHaveProperty('content-length');
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['trailer']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['transfer-encoding']));
  });

  it.each(['bad\nvalue', 'bad\u0000value', 'snow \u2603'])(
    'does not fail because of the header value %j',
    async (value) => {
      running = await startFastify((app) => {
        app.get('/case', async (_request, reply) => reply.header('x-bad', value).header('x-good', 'kept').send({}));
      });
      const { status, headers, text } = await ask(running.port, '/case');
      expect([status, headers['content-type'], headers['x-good']]).toEqual([500, 'application/json', 'kept']);
      expect(JSON.parse(text)).toMatchObject({ error: { code: 'INTERNAL_ERROR' } });
      expect(running.causes.length).toBeGreaterThan(0);
    },
  );
});
