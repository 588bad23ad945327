import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition } from '../../../workspace/index.ts';
import { decodeValue, encodeValue } from './column-codec.ts';

function column(type: ColumnDefinition['type'], scale?: number): ColumnDefinition {
  return { name: 'field', type, ...(scale === undefined ? {} : { scale }) };
}

describe('a stored value', () => {
  it.each<[ColumnDefinition, unknown, unknown]>([
    [column('TEXT'), 'é', 'é'],
    [column('DATE'), '2024-02-29', '2024-02-29'],
    [column('INTEGER'), -(2 ** 53 - 1), -9007199254740991n],
    [column('INTEGER'), 2 ** 53 - 1, 9007199254740991n],
    [column('BOOLEAN'), true, 1n],
    [column('BOOLEAN'), false, 0n],
    [column('DECIMAL'), 1.1, 110n],
    [column('DECIMAL'), -0.07, -7n],
    [column('DECIMAL'), 9_999_999_999_999.99, 999999999999999n],
    [column('DECIMAL', 0), 5, 5n],
    [column('DECIMAL', 10), 0.0000000001, 1n],
    [column('TIMESTAMP'), '2026-11-23T10:00:00Z', 1795428000000n],
    [column('TIMESTAMP'), '0001-01-01T00:00:00.001Z', -62135596799999n],
    [column('TEXT'), null, null],
  ])('of %j is read back unchanged: %j', (definition, value, stored) => {
    const encoded = encodeValue(definition, value);
    expect(encoded).toBe(stored);
    expect(decodeValue(definition, encoded === null || typeof encoded === 'bigint' ? encoded : String(encoded))).toBe(
      value,
    );
  });

  it('of a TIMESTAMP column is read back in UTC', () => {
    const timestamp = column('TIMESTAMP');
    const encoded = encodeValue(timestamp, '2026-11-23t10:00:00.120+01:30');
    expect(decodeValue(timestamp, BigInt(String(encoded)))).toBe('2026-11-23T08:30:00.120Z');
  });

  it('loses the sign of a negative zero', () => {
    expect(encodeValue(column('INTEGER'), -0)).toBe(0n);
    expect(encodeValue(column('DECIMAL'), -0)).toBe(0n);
  });

  it('is null if the record has none', () => {
    expect(encodeValue(column('TEXT'), undefined)).toBeNull();
  });
});
