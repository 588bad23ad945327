import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { askBytes } from '../../src/server/testing/test-server.ts';
import { refusal, routeNotFound } from './refusal.ts';
import { HASTY, untouchedServer } from './untouched-server.ts';
import { answersIn, CLOSE, creation, CUSTOMERS, HOST, JANE, JSON_TYPE, KEY, wire } from './wire.ts';

const server = untouchedServer();

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
