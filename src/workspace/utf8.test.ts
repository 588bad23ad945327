import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, integer, oneof, property, uint8Array } from 'fast-check';

import { decodeUtf8 } from './utf8.ts';

describe('decodeUtf8', () => {
  it('decodes and refuses what a fatal TextDecoder does', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const characters = constantFrom('a', 'é', '€', '😀', '\uFEFF', '%41', '\0').map((text) => [...Buffer.from(text)]);
    // Overlong forms, surrogates, and what is beyond Unicode.
    const broken = constantFrom(
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0x80],
      [0xff],
    );
    const bytes = oneof(
      uint8Array({ maxLength: 4 }),
      array(oneof({ weight: 6, arbitrary: characters }, { weight: 1, arbitrary: broken }), { maxLength: 6 }).map(
        (parts) => Uint8Array.from(parts.flat()),
      ),
      integer({ min: 0, max: 255 }).map((byte) => Uint8Array.of(byte)),
    );
    const outcome = (decode: () => string): string | undefined => {
      try {
        return decode();
      } catch {
        return undefined;
      }
    };
    const seen = { valid: 0, invalid: 0 };
    assert(
      property(bytes, (value) => {
        const expected = outcome(() => decoder.decode(value));
        expect(outcome(() => decodeUtf8(value))).toBe(expected);
        seen[expected === undefined ? 'invalid' : 'valid'] += 1;
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(300);
  });
});
