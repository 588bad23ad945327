import { describe, expect, it } from '@jest/globals';

import { lostValues } from './lost-values.ts';

describe('lostValues', () => {
  it.each([
    ['a text in other case', 'Jane@Example.com', 'jane@example.com'],
    ['a text without the space around it', ' Jane ', 'Jane'],
    ['a number as a text', 12.5, '12.50'],
    ['a moment in another zone', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00.000+01:00'],
    ['a day with its time', '2026-01-01', '2026-01-01T00:00:00'],
    ['an array in its own way', ['new'], 'new'],
    ['nothing as nothing', null, null],
  ])('accepts %s', (_what, sent, stored) => {
    expect(lostValues({ column: sent }, { column: stored, more: 1 })).toBe('');
  });

  it.each([
    ['nothing for a text', 'Jane', null],
    ['nothing for a number', 0, null],
    ['an empty text for a number', 0, ''],
    ['half of a text', 'Jane Doe', 'Jane'],
    ['another number', 34, 30],
    ['another day', '2026-01-01', '2026-01-02'],
    ['a number for a truth', true, 1],
  ])('tells of %s', (_what, sent, stored) => {
    expect(lostValues({ column: sent }, { column: stored })).toContain(`where ${JSON.stringify(sent)} was sent`);
  });

  it('tells of a column that is not there', () => {
    expect(lostValues({ name: 'Jane' }, {})).toBe('name undefined, where "Jane" was sent');
  });
});
