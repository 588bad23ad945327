import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';

import { surplusBytes } from './surplus-bytes.ts';

const parseError = (packet: string): Error =>
  Object.assign(new Error('Parse Error'), { code: 'HPE_INVALID_CONSTANT', rawPacket: Buffer.from(packet) });

describe('surplusBytes', () => {
  it('returns what follows the head of the response', () => {
    expect(surplusBytes(parseError('HTTP/1.1 204 No Content\r\nx: y\r\n\r\n{"a":1}'))).toBe('{"a":1}');
  });

  it('returns the whole packet if it arrived after the head', () => {
    expect(surplusBytes(parseError('{"a":1}'))).toBe('{"a":1}');
  });

  it('returns undefined for an error that is not a parse error', () => {
    expect(surplusBytes(new Error('socket hang up'))).toBeUndefined();
  });

  it('reads a packet of another realm', () => {
    const packet = 'HTTP/1.1 204 No Content\r\n\r\n{}';
    const foreign: Uint8Array = runInNewContext('new Uint8Array(bytes)', { bytes: [...Buffer.from(`x${packet}x`)] });
    expect(surplusBytes(Object.assign(new Error(), { rawPacket: foreign.subarray(1, -1) }))).toBe('{}');
  });
});
