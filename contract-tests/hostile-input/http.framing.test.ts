import { describe, expect, it } from '@jest/globals';

import { askBytes } from '../../src/server/testing/test-server.ts';
import { expectEnd } from './expect-end.ts';
import { badRequest } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { answersIn, chunk, creation, CUSTOMERS, HOST, JANE, KEY, wire } from './wire.ts';

const server = untouchedServer();

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
    await expectEnd(server, bytes, badRequest('not well-formed HTTP'));
  });

  it.each([
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['HTTP/0.9', `GET ${CUSTOMERS}/1\r\n\r\n`],
    ['NUL bytes', '\0'.repeat(100)],
    ['another protocol', 'EHLO localhost\r\n'],
  ])('%s → 400, connection closed', async (_title, bytes) => {
    await expectEnd(server, bytes, badRequest(''));
  });

  it('valid requests before them → their responses, then 400', async () => {
    const good = get();
    const answers = answersIn(await askBytes(server, `${good}${good}FROB\r\n\r\n${good}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
  });
});
