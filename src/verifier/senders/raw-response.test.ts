import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { readResponse } from './raw-response.ts';

const read = (text: string, { method = 'GET', ended = false } = {}) => readResponse(Buffer.from(text), method, ended);

describe('readResponse', () => {
  it('reads the status, headers by lower-case name, and a body with a Content-Length', () => {
    expect(read('HTTP/1.1 404 Not Found\r\nX-One: 1\r\nx-one: 2\r\nContent-Length: 2\r\n\r\n{}more')).toEqual({
      status: 404,
      headers: { 'x-one': '1, 2', 'content-length': '2' },
      body: '{}',
    });
  });

  it('joins chunks, without their extensions and trailers', () => {
    const text =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n{"a\r\nA\r\n":"bcdefg"\r\n1\r\n}\r\n0\r\nT: 1\r\n\r\n';
    expect(read(text)?.body).toBe('{"a":"bcdefg"}');
  });

  it.each([
    ['a head', 'HTTP/1.1 200 OK\r\nA: b\r\n'],
    ['a body', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}'],
    ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{}'],
    ['a body that ends with the connection', 'HTTP/1.1 200 OK\r\n\r\n{}'],
    ['the final response after an interim one', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ])('waits for the rest of %s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('accepts an incomplete body once the connection has ended', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}', { ended: true })?.body).toBe('{}');
    expect(read('HTTP/1.1 200 OK\r\n\r\n{}', { ended: true })?.body).toBe('{}');
  });

  it('skips an interim response', () => {
    expect(read('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n')?.status).toBe(204);
  });

  it('reads everything after the head of a response to HEAD as its body', () => {
    const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n';
    expect(read(answer, { method: 'HEAD' })).toBeUndefined();
    expect(read(answer, { method: 'HEAD', ended: true })?.body).toBe('');
    expect(read(`${answer}{}`, { method: 'HEAD', ended: true })?.body).toBe('{}');
  });

  it.each(['<html>', 'HTTP/1.1 abc\r\n\r\n', 'SSH-2.0-x\r\n\r\n'])(
    'returns undefined for %j, which is not a response',
    (text) => {
      expect(read(text, { ended: true })).toBeUndefined();
    },
  );
});

describe('a compressed body', () => {
  it('is decoded, or returned as received if it cannot be decoded', () => {
    const head = 'HTTP/1.1 400 Bad Request\r\nContent-Encoding: gzip\r\n\r\n';
    const coded = Buffer.concat([Buffer.from(head), gzipSync('{"error":{}}')]);
    expect(readResponse(coded, 'GET', true)?.body).toBe('{"error":{}}');
    expect(readResponse(Buffer.from(`${head}plain`), 'GET', true)?.body).toBe('plain');
  });
});
