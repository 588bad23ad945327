import { describe, expect, it } from '@jest/globals';

import { lostValues } from './lost-values.ts';

describe('lostValues', () => {
  it.each([
    ['text in a different case', 'Jane@Example.com', 'jane@example.com'],
    ['a trimmed text', ' Jane ', 'Jane'],
    ['a decimal as a string', 12.5, '12.50'],
    ['a whole decimal as a string', 12, '12.00'],
    ['a large integer', 2n ** 60n, 2n ** 60n],
    ['a time in another time zone', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00.000+01:00'],
    ['a date with a time', '2026-01-01', '2026-01-01T00:00:00'],
    ['an array in another form', ['new'], 'new'],
    ['null as null', null, null],
  ])('accepts %s', (_what, sent, stored) => {
    expect(lostValues({ column: sent }, { column: stored, more: 1 })).toBe('');
  });

  it.each([
    ['null instead of a string', 'Jane', null],
    ['null instead of a number', 0, null],
    ['an empty text instead of a number', 0, ''],
    ['a truncated text', 'Jane Doe', 'Jane'],
    ['another number', 34, 30],
    ['another date', '2026-01-01', '2026-01-02'],
    ['a number instead of a boolean', true, 1],
    ['a string instead of a boolean', true, 'true'],
    ['a string instead of an integer', 34, '34'],
    ['a boolean instead of a number', 1, true],
    ['a number instead of a string', '34', 34],
    ['an array instead of a number', 34, [34]],
    ['an object instead of a string', 'Jane', { value: 'Jane' }],
  ])('reports %s', (_what, sent, stored) => {
    expect(lostValues({ column: sent }, { column: stored })).toContain(` instead of ${JSON.stringify(sent)}`);
  });

  it('reports a column that is missing', () => {
    expect(lostValues({ name: 'Jane' }, {})).toBe('no name instead of "Jane"');
  });
});
