import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import type { Question } from '../../src/server/testing/test-server.ts';
import { ask, askBytes } from '../../src/server/testing/test-server.ts';
import { badRequest } from './refusal.ts';
import { HASTY, untouchedServer } from './untouched-server.ts';
import { answersIn, chunk, CLOSE, creation, JANE } from './wire.ts';

const server = untouchedServer();

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
