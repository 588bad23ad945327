import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import type { Question } from '../../src/server/testing/test-server.ts';
import { ask, askBytes } from '../../src/server/testing/test-server.ts';
import { badRequest, refusal, routeNotFound } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { answersIn, chunk, CLOSE, creation, CUSTOMERS, HOST, JANE, JSON_TYPE, KEY, wire } from './wire.ts';

/** The options of a server with short timeouts. */
const HASTY = { timeouts: { headers: 500, request: 1000 } };

const server = untouchedServer();

/** Asserts that the bytes get exactly this response, whatever follows them, and that the connection is closed. */
async function expectEnd(bytes: string, answer: object): Promise<void> {
  const answers = answersIn(await askBytes(server, bytes + wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, CLOSE])));
  expect(answers).toMatchObject([{ ...answer, headers: { 'content-type': 'application/json', connection: 'close' } }]);
}

describe('a method that no operation has (PATCH, TRACE, PROPFIND, an unknown one)', () => {
  it.each(['PATCH', 'TRACE', 'PROPFIND', 'OPTIONS', 'QUERY'])('%s → 400 or 404', async (method) => {
    for (const path of ['/Customer', '/Customer/1', '/Customer/bulk']) {
      const answer = await ask(server, { method, path, body: JANE });
      expect(answer).toMatchObject(badRequest(`Method ${method} is not supported on this path`));
      // TRACE would echo the request, including the key (RFC 9110, section 9.3.8).
      expect(answer.text).not.toContain('sk_');
    }
    expect(await ask(server, { method, path: '/Customer/1/2' })).toMatchObject(routeNotFound);
  });

  it.each(['FROBNICATE', 'get', 'POSTT', 'G\tET', '{"a":1}'])('%s → 400, connection closed', async (method) => {
    await expectEnd(wire([`${method} ${CUSTOMERS} HTTP/1.1`, HOST, KEY]), badRequest('The method is unknown'));
  });

  it('a method override in a header → ignored', async () => {
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const path = '/Customer/3?_method=DELETE';
      expect(await ask(server, { path, headers: { [name]: 'DELETE' } })).toMatchObject({ status: 200 });
    }
  });
});

describe('HEAD', () => {
  it.each(['/Customer', '/Customer/1', '/Customer/42', '/Nothing', '/Customer/', '/Customer?page=-1', '/Customer/%zz'])(
    '%s → GET’s status, no body',
    async (path) => {
      const [get, head] = [await ask(server, { path }), await ask(server, { method: 'HEAD', path })];
      expect([head.status, head.text]).toEqual([get.status, '']);
      // The raw response must have no body: a client would read it as the start of the next response.
      const bytes = await askBytes(
        server,
        wire([`HEAD ${CUSTOMERS.replace('/Customer', path)} HTTP/1.1`, HOST, KEY, CLOSE]),
      );
      expect(bytes.indexOf('\r\n\r\n')).toBe(bytes.length - 4);
    },
  );
});

describe('a header or URL over the limit, an unknown `Expect:`, Content-Length with Transfer-Encoding, a bad chunk, no Host', () => {
  const get = (...lines: string[]): string => wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, ...lines]);
  const chunked = ['Transfer-Encoding: chunked'];
  const size = Buffer.byteLength(JANE);

  it.each<[string, string, string]>([
    ['a header over the limit', get(HOST, KEY, `X: ${'x'.repeat(20_000)}`), 'longer than 16 KiB'],
    ['many headers over the limit', get(HOST, KEY, ...Array<string>(9000).fill('a: b')), 'longer than 16 KiB'],
    ['a URL over the limit', wire([`GET ${CUSTOMERS}?${'x'.repeat(20_000)} HTTP/1.1`, HOST]), 'longer than 16 KiB'],
    ['Expect: nonsense', creation(['Expect: nonsense', `Content-Length: ${size}`], JANE), 'Header Expect'],
    [
      'a length before Transfer-Encoding',
      creation(['Content-Length: 5', ...chunked], `${chunk(JANE)}0\r\n\r\n`),
      'HTTP',
    ],
    [
      'a length after Transfer-Encoding',
      creation([...chunked, 'Content-Length: 5'], `${chunk(JANE)}0\r\n\r\n`),
      'HTTP',
    ],
    ['an invalid chunk', creation(chunked, `${chunk(JANE)}ZZ\r\n`), 'HTTP'],
    ['a chunk of negative size', creation(chunked, `-1\r\n${JANE}\r\n0\r\n\r\n`), 'HTTP'],
    ['a chunk size with 0x', creation(chunked, `0x${size.toString(16)}\r\n${JANE}\r\n0\r\n\r\n`), 'HTTP'],
    ['a chunk size beyond 64 bits', creation(chunked, `1000000000000000${size.toString(16)}\r\n${JANE}`), 'HTTP'],
    ['a chunk longer than its declared size', creation(chunked, `5\r\n${JANE}\r\n0\r\n\r\n`), 'HTTP'],
    ['chunk lines without CR', creation(chunked, `${size.toString(16)}\n${JANE}\n0\n\n`), 'HTTP'],
    ['a chunk extension over the limit', creation(chunked, `1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`), 'extensions'],
    ['no Host', get(KEY), 'Header Host'],
    ['two Hosts', get(HOST, HOST, KEY), 'Header Host'],
    ['a Host with a space', get('Host: a b', KEY), 'Header Host'],
    ['a Host with a path', get('Host: localhost/x', KEY), 'Header Host'],
    ['a Host with a user', get('Host: me@localhost', KEY), 'Header Host'],
    ['an IPv6 host without brackets', get('Host: ::1', KEY), 'Header Host'],
  ])('%s → 400, connection closed', async (_title, bytes, words) => {
    await expectEnd(bytes, badRequest(words));
  });

  it.each([
    'localhost',
    'LOCALHOST:4000',
    '127.0.0.1:1',
    '[::1]',
    '[::1]:4000',
    '[::ffff:127.0.0.1]:80',
    'a.b-c_d:',
    '',
  ])('Host: %s → 200', async (host) => {
    const [answer] = answersIn(await askBytes(server, get(`Host: ${host}`, KEY, CLOSE)));
    expect(answer).toMatchObject({ status: 200, body: { data: { id: 1 } } });
  });
});

describe('slow headers (5 s) and slow bodies (10 s)', () => {
  const hasty = untouchedServer(HASTY);

  /** Sends `bytes`, then `more` every 20 ms until the connection is closed. */
  async function drip(bytes: string, more: string): Promise<string> {
    const { hostname, port } = new URL(hasty.url);
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const received: Buffer[] = [];
    socket.on('data', (part: Buffer) => received.push(part));
    // The server resets a connection that keeps sending for too long.
    socket.on('error', () => undefined);
    const timer = setInterval(() => socket.write(more), 20);
    await once(socket, 'close');
    clearInterval(timer);
    return Buffer.concat(received).toString();
  }

  const head = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, KEY, JSON_TYPE, 'Content-Length: 999999']);

  it.each([
    ['no bytes', ''],
    ['half a request line', 'GE'],
    ['half the headers', `GET ${CUSTOMERS} HTTP/1.1\r\n${HOST}\r\n`],
    ['no body', head],
    ['half of the body', `${head}{"name":`],
    ['half a chunk', creation(['Transfer-Encoding: chunked'], `ff\r\n${JANE}`)],
  ])('%s, then silence → 400, connection closed', async (_title, bytes) => {
    const answers = answersIn(await askBytes(hasty, bytes));
    expect(answers).toMatchObject([{ ...badRequest('took too long'), headers: { connection: 'close' } }]);
  });

  it.each([
    ['method', '', 'G'],
    ['header', `GET ${CUSTOMERS} HTTP/1.1\r\nX: `, 'y'],
    ['body', head, ' '],
    ['chunked body', creation(['Transfer-Encoding: chunked'], ''), '1\r\n \r\n'],
  ])('a %s that arrives byte by byte → 400, connection closed', async (_title, bytes, more) => {
    expect(answersIn(await drip(bytes, more))).toMatchObject([badRequest(more === 'G' ? 'unknown' : 'took too long')]);
  });

  it('an unauthenticated caller with a slow body → 401, connection closed', async () => {
    const bytes = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, JSON_TYPE, 'Content-Length: 99'], '{');
    expect(answersIn(await askBytes(hasty, bytes))).toMatchObject([refusal(fail('invalidApiKey'))]);
  });
});

describe('a client that disconnects in the middle of a request', () => {
  const length = Buffer.byteLength(JANE) + 1;
  const whole = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, KEY, JSON_TYPE, `Content-Length: ${length}`], JANE);

  it.each([
    ['in the headers', whole.slice(0, 60)],
    ['before the body', whole.slice(0, -JANE.length)],
    ['in the body', whole.slice(0, -10)],
    ['before the last byte of the body', whole],
    ['between two chunks', creation(['Transfer-Encoding: chunked'], chunk(JANE))],
    ['before the last chunk ends', creation(['Transfer-Encoding: chunked'], `${chunk(JANE)}0\r\n`)],
  ])('%s → nothing stored, no crash', async (_title, bytes) => {
    const { hostname, port } = new URL(server.url);
    for (const leave of ['end', 'destroy', 'resetAndDestroy'] as const) {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.write(bytes, 'latin1', resolve));
      const over = once(socket.resume(), 'close');
      socket[leave]();
      await over;
    }
  });
});

describe('a body over the limit', () => {
  const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024), email: 'jane@example.com' });

  it.each<[string, Question]>([
    ['slightly', { body: large }],
    ['sixteen times', { body: 'x'.repeat(16 * 1024 * 1024) }],
    ['because of trailing spaces', { body: JANE + ' '.repeat(1024 * 1024) }],
    ['in chunks', { body: large, headers: { 'transfer-encoding': 'chunked', 'content-length': [] } }],
  ])('%s → 400', async (_title, question) => {
    expect(await ask(server, { method: 'POST', ...question })).toMatchObject(badRequest('larger than 1 MiB'));
  });

  const hasty = untouchedServer(HASTY);

  it('a declared length of a terabyte → 400', async () => {
    const bytes = creation(['Content-Length: 1099511627776'], JANE);
    expect(answersIn(await askBytes(hasty, bytes))).toMatchObject([badRequest('larger than 1 MiB')]);
  });
});

describe('a compressed body', () => {
  const bomb = Buffer.alloc(64 * 1024 * 1024, 0x20);

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['identity, gzip', gzipSync],
    ['aes128gcm', (bytes: Buffer) => bytes],
  ])('%s → 400, never decompressed', async (coding, compress) => {
    const start = process.memoryUsage().rss;
    const inflating = coding === 'br' || coding === 'aes128gcm' ? Buffer.from(JANE) : bomb;
    for (const bytes of [Buffer.from(JANE), inflating]) {
      const question = { method: 'POST', body: compress(bytes), headers: { 'content-encoding': coding } };
      expect(await ask(server, question)).toMatchObject(badRequest('Header Content-Encoding'));
    }
    expect(process.memoryUsage().rss - start).toBeLessThan(bomb.length * 4);
  });

  it('gzip without a Content-Encoding → 400', async () => {
    expect(await ask(server, { method: 'POST', body: gzipSync(JANE) })).toMatchObject(badRequest('UTF-8'));
  });

  it('a compressed Transfer-Encoding → 400', async () => {
    for (const codings of ['gzip, chunked', 'deflate, chunked']) {
      const bytes = creation([`Transfer-Encoding: ${codings}`, CLOSE], `${chunk(JANE)}0\r\n\r\n`);
      expect(answersIn(await askBytes(server, bytes))).toMatchObject([badRequest('Header Transfer-Encoding')]);
    }
  });
});

describe('a path with a trailing slash, an empty segment, `%2F`, `%00`, `..` or a bad percent escape', () => {
  const recordNotFound = (id: string) => refusal(fail('recordNotFound', { id }));
  const entityNotFound = (entityName: string) => refusal(fail('entityNotFound', { entityName }));

  it.each<[string, object]>([
    ['/Customer/', routeNotFound],
    ['/Customer/3/', routeNotFound],
    ['//Customer/3', routeNotFound],
    ['/Customer//3', routeNotFound],
    ['/./Customer/3', routeNotFound],
    ['/Customer/../Customer/3', routeNotFound],
    ['/Customer/%2e%2e/Customer/3', routeNotFound],
    ['/Customer/3/..', routeNotFound],
    ['/Customer/3%2F', recordNotFound('3/')],
    ['/Customer/%2F3', recordNotFound('/3')],
    ['/Customer%2F3', entityNotFound('Customer/3')],
    ['/Customer/3%00', recordNotFound('3\0')],
    ['/Customer%00/3', entityNotFound('Customer\0')],
    ['/Customer/..', recordNotFound('..')],
    ['/Customer/3%5C', recordNotFound('3\\')],
    ['/Customer/3;', recordNotFound('3;')],
    ['/Customer/%253', recordNotFound('%3')],
    ['/Customer/3%0d%0aX-Injected:%20yes', recordNotFound('3\r\nX-Injected: yes')],
    ['/Customer/%zz', badRequest('The path')],
    ['/Customer/3%', badRequest('The path')],
    ['/Customer/3%f', badRequest('The path')],
    ['/Customer/%ff', badRequest('The path')],
    ['/Customer/%c0%b3', badRequest('The path')],
    ['/Customer/%ed%a0%80', badRequest('The path')],
    ['/Customer/3#', badRequest('The path')],
    ['/customer/3', entityNotFound('customer')],
    ['/CUSTOMER/3', entityNotFound('CUSTOMER')],
  ])('%s → 404 or 400, never another resource', async (path, answer) => {
    for (const method of ['GET', 'DELETE']) {
      // The path of a collection has no DELETE operation.
      if (method === 'DELETE' && path === '/Customer%2F3') continue;
      expect(await ask(server, { method, path })).toMatchObject(answer);
    }
  });

  it.each([
    '/api/V1/acme-corp/sales/Customer',
    '/API/v1/acme-corp/sales/Customer',
    '/acme-corp/sales/Customer',
    '/',
    '*',
  ])('%s → 404', async (target) => {
    const bytes = await askBytes(server, wire([`GET ${target} HTTP/1.1`, HOST, KEY, CLOSE]));
    expect(answersIn(bytes)).toMatchObject([routeNotFound]);
  });

  it.each([`\\api\\v1`, 'api/v1', 'localhost:80', `${CUSTOMERS}/\xff`, `${CUSTOMERS}/1 2`])(
    'an invalid request target: %s → 400, connection closed',
    async (target) => {
      await expectEnd(wire([`GET ${target} HTTP/1.1`, HOST, KEY]), badRequest('not well-formed HTTP'));
    },
  );
});

describe('bytes that two parsers could read as different requests', () => {
  const size = Buffer.byteLength(JANE);
  const chunks = `${chunk(JANE)}0\r\n\r\n`;
  const get = (...lines: string[]): string => wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, ...lines]);

  it.each<[string, string]>([
    ['two lengths', creation([`Content-Length: ${size}`, 'Content-Length: 0'], JANE)],
    ['two identical lengths', creation([`Content-Length: ${size}`, `Content-Length: ${size}`], JANE)],
    ['a list of lengths', creation([`Content-Length: ${size}, ${size}`], JANE)],
    ['a length with a plus sign', creation([`Content-Length: +${size}`], JANE)],
    ['a hexadecimal length', creation([`Content-Length: 0x${size.toString(16)}`], JANE)],
    ['a negative length', creation(['Content-Length: -1'], JANE)],
    ['a length beyond 64 bits', creation([`Content-Length: ${'9'.repeat(30)}`], JANE)],
    ['an empty length', creation(['Content-Length: '], JANE)],
    ['a length with a space before the colon', creation([`Content-Length : ${size}`], JANE)],
    ['Transfer-Encoding with a space before the colon', creation(['Transfer-Encoding : chunked'], chunks)],
    ['Transfer-Encoding with a vertical tab', creation(['Transfer-Encoding: \x0bchunked'], chunks)],
    ['an unknown transfer coding', creation(['Transfer-Encoding: xchunked'], chunks)],
    ['a quoted transfer coding', creation(['Transfer-Encoding: "chunked"'], chunks)],
    ['chunked as the first of two transfer codings', creation(['Transfer-Encoding: chunked, identity'], chunks)],
    ['chunked twice in one Transfer-Encoding', creation(['Transfer-Encoding: chunked, chunked'], chunks)],
    ['two Transfer-Encoding headers', creation(['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], chunks)],
    ['a length in a trailer', creation(['Transfer-Encoding: chunked'], `${chunk(JANE)}0\r\nContent-Length: 9\r\n\r\n`)],
    ['a folded header', get('X: y', ' z')],
    ['a folded Authorization header', wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY.replace(' sk', '\r\n sk')])],
    ['a folded line before the first header', wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, ' X: y', HOST, KEY])],
    ['lines without CR', get().replaceAll('\r\n', '\n')],
    ['one line without CR', get('X: y\nZ: z')],
    ['a CR in a header', get('X: y\rZ: z')],
    ['a NUL in a header', get('X: y\0z')],
    ['a header with a space in its name', get('X Y: z')],
    ['a header without a name', get(': z')],
    ['a header without a colon', get('XYZ')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/3', wire([`GET ${CUSTOMERS} HTTP/3.0`, HOST, KEY])],
  ])('%s → 400, connection closed, no response to the bytes that follow', async (_title, bytes) => {
    await expectEnd(bytes, badRequest('not well-formed HTTP'));
  });

  it.each([
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['HTTP/0.9', `GET ${CUSTOMERS}/1\r\n\r\n`],
    ['NUL bytes', '\0'.repeat(100)],
    ['another protocol', 'EHLO localhost\r\n'],
  ])('%s → 400, connection closed', async (_title, bytes) => {
    await expectEnd(bytes, badRequest(''));
  });

  it('valid requests before them → their responses, then 400', async () => {
    const good = get();
    const answers = answersIn(await askBytes(server, `${good}${good}FROB\r\n\r\n${good}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
  });
});

describe('unusual but valid HTTP', () => {
  const found = { status: 200, body: { data: { id: 1 } } };
  const get = (...lines: string[]): string => wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, ...lines, CLOSE]);

  it.each<[string, string, object]>([
    ['an absolute target', wire([`GET http://me:pass@elsewhere${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, CLOSE]), found],
    [
      'an absolute target with another scheme',
      wire([`GET ftp://x${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, CLOSE]),
      routeNotFound,
    ],
    [
      'a path that starts like a host',
      wire([`GET //localhost${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, CLOSE]),
      routeNotFound,
    ],
    ['empty lines before the request', `\r\n\r\n${get(KEY)}`, found],
    ['more headers than Node counts', get(...Array<string>(2500).fill('a:'), KEY), found],
    [
      'a second key after as many headers',
      get(KEY, ...Array<string>(2500).fill('a:'), KEY),
      refusal(fail('invalidApiKey')),
    ],
    ['HTTP/1.0 without a Host', wire([`GET ${CUSTOMERS}/1 HTTP/1.0`, KEY]), found],
    [
      'an Accept header that cannot be satisfied',
      get(KEY, 'Accept: image/png', 'Accept-Charset: x', 'Range: bytes=0-1'),
      found,
    ],
  ])('%s → the response to the request', async (_title, bytes, answer) => {
    expect(answersIn(await askBytes(server, bytes))).toMatchObject([answer]);
  });

  it.each(['websocket', 'h2c', 'TLS/1.0'])('an upgrade to %s → no upgrade, connection closed', async (protocol) => {
    const request = wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, 'Connection: Upgrade', `Upgrade: ${protocol}`]);
    // Node discards the bytes that follow, so no response to them is expected.
    const answers = answersIn(await askBytes(server, request + get(KEY)));
    expect(answers).toMatchObject([{ ...found, headers: { connection: 'close' } }]);
  });

  it('chunk extensions, trailers, chunks of one byte → the body', async () => {
    const invalid = refusal(fail('validationError', { details: [{ field: 'name', message: 'name is required' }] }));
    const body = '{"email":"jane@example.com"}';
    const bytes = [...body].map((each) => `1;a="b"\r\n${each}\r\n`).join('');
    const end = '0\r\nAuthorization: Bearer x\r\nX-Http-Method: DELETE\r\n\r\n';
    const request = creation(['Transfer-Encoding: Chunked', 'Trailer: Authorization', CLOSE], bytes + end);
    expect(answersIn(await askBytes(server, request))).toMatchObject([invalid]);
  });

  const hasty = untouchedServer(HASTY);

  it('an Expect: 100-continue from an unauthenticated caller → 401, with or without the body', async () => {
    const head = wire([
      `POST ${CUSTOMERS} HTTP/1.1`,
      HOST,
      JSON_TYPE,
      `Content-Length: ${JANE.length}`,
      'Expect: 100-continue',
    ]);
    for (const bytes of [head, head + JANE + get()]) {
      const [answer, ...others] = answersIn(await askBytes(hasty, bytes));
      expect(answer).toMatchObject(refusal(fail('invalidApiKey')));
      expect(others.map(({ status }) => status)).toEqual(bytes === head ? [] : [401]);
    }
  });
});
