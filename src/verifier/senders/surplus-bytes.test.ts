import { describe, expect, it } from '@jest/globals';

import { surplusBytes } from './surplus-bytes.ts';

const parseError = (packet: string): Error =>
  Object.assign(new Error('Parse Error'), { code: 'HPE_INVALID_CONSTANT', rawPacket: Buffer.from(packet) });

describe('surplusBytes', () => {
  it('are what stands after the head of the answer', () => {
    expect(surplusBytes(parseError('HTTP/1.1 204 No Content\r\nx: y\r\n\r\n{"a":1}'))).toBe('{"a":1}');
  });

  it('are all of a packet that came after the head', () => {
    expect(surplusBytes(parseError('{"a":1}'))).toBe('{"a":1}');
  });

  it('are not there where nothing was parsed', () => {
    expect(surplusBytes(new Error('socket hang up'))).toBeUndefined();
  });
});
