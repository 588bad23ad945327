import { describe, expect, it } from '@jest/globals';

import { askBytes } from '../../src/server/testing/test-server.ts';
import { expectEnd } from './expect-end.ts';
import { badRequest } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { answersIn, chunk, CLOSE, creation, CUSTOMERS, HOST, JANE, KEY, wire } from './wire.ts';

const server = untouchedServer();

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
    await expectEnd(server, bytes, badRequest(words));
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
