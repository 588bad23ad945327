import { describe, expect, it } from '@jest/globals';

import { parseExactJson, unusableId, writeExactJson } from './record-id.ts';

describe('unusableId', () => {
  it.each([
    '',
    '.',
    '..',
    '\ud800',
    'a/b',
    '../Order/5',
    'a\\b',
    '%2e',
    'a?b',
    'a#b',
    'a\nb',
    'a\u0000',
    'x'.repeat(1001),
  ])('refuses %j', (id) => {
    expect(unusableId(id)).toEqual(expect.any(String));
  });

  it.each([0, -1, 42, 9007199254740993n, 'a', 'a.b', '...', 'ünïcödé', 'a b', '0b2c6c1e-1f0a-4d3b-9a51-6f6d3c6f7b10'])(
    'accepts %s',
    (id) => {
      expect(unusableId(id)).toBeUndefined();
    },
  );
});

describe('exact JSON', () => {
  it.each(['9007199254740993', '-9223372036854775808', '123456789012345678901234567890', '42', '1.5', '1e3', '"7"'])(
    'keeps the digits of %s',
    (text) => {
      const parsed = parseExactJson(`{"id":${text}}`);
      expect(writeExactJson(parsed)).toBe(`{"id":${text === '1e3' ? '1000' : text}}`);
    },
  );

  it('returns undefined for what is not JSON', () => {
    expect(parseExactJson('{')).toBeUndefined();
  });
});
