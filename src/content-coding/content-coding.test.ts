import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { decodeContent } from './content-coding.ts';

const body = Buffer.from('{"data":{}}');

describe('decodeContent', () => {
  it.each([
    [undefined, body],
    ['identity', body],
    ['gzip', gzipSync(body)],
    ['GZIP', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['br', brotliCompressSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
  ])('decodes %s', (codings, coded) => {
    expect(decodeContent(coded, codings, 1000)).toEqual(body);
  });

  it('leaves an empty body empty, whatever its coding', () => {
    expect(decodeContent(Buffer.alloc(0), 'gzip', 1000)).toHaveLength(0);
  });

  it.each([
    ['zstd', body],
    ['gzip', body],
  ])('rejects a body that it cannot decode as %s', (codings, coded) => {
    expect(() => decodeContent(coded, codings, 1000)).toThrow();
  });

  it('rejects a decompression bomb', () => {
    expect(() => decodeContent(gzipSync(Buffer.alloc(100_000)), 'gzip', 1000)).toThrow();
  });
});
