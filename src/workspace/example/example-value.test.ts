import { describe, expect, it } from '@jest/globals';

import type { ConstraintType } from '../constraint.ts';
import type { ColumnDefinition } from '../definition.ts';
import { columnDetails } from '../validate-record.ts';
import { differentValues } from './different-values.ts';
import { exampleValue } from './example-value.ts';

const column = (parts: Partial<ColumnDefinition>): ColumnDefinition => ({ name: 'field', type: 'TEXT', ...parts });
const withConstraints = (
  type: ColumnDefinition['type'],
  ...list: readonly (readonly [ConstraintType, (number | string)?])[]
) =>
  column({
    type,
    constraints: list.map(([name, value]) => (value === undefined ? { type: name } : { type: name, value })),
  });

describe('exampleValue', () => {
  it.each<ColumnDefinition>([
    column({}),
    column({ length: 1 }),
    column({ type: 'INTEGER' }),
    column({ type: 'DECIMAL', scale: 0 }),
    column({ type: 'BOOLEAN' }),
    column({ type: 'DATE' }),
    column({ type: 'TIMESTAMP' }),
    withConstraints('TEXT', ['EMAIL']),
    withConstraints('TEXT', ['EMAIL'], ['MIN_LENGTH', 40]),
    withConstraints('TEXT', ['EMAIL'], ['MAX_LENGTH', 6]),
    withConstraints('TEXT', ['URL'], ['MIN_LENGTH', 100], ['MAX_LENGTH', 100]),
    withConstraints('TEXT', ['URL'], ['MAX_LENGTH', 10]),
    withConstraints('TEXT', ['NOT_BLANK'], ['MIN_LENGTH', 300]),
    withConstraints('TEXT', ['MIN_LENGTH', 3], ['MAX_LENGTH', 3]),
    withConstraints('INTEGER', ['MIN', 10], ['MAX', 10]),
    withConstraints('INTEGER', ['NEGATIVE'], ['MIN', -3.5]),
    withConstraints('INTEGER', ['MIN', 1e6]),
    withConstraints('DECIMAL', ['MIN', 0.25], ['MAX', 0.3]),
    withConstraints('DECIMAL', ['POSITIVE'], ['MAX', 0.01]),
    withConstraints('INTEGER', ['NEGATIVE_OR_ZERO'], ['POSITIVE_OR_ZERO']),
  ])('satisfies %j', (given) => {
    const value = exampleValue({ ...given, length: given.length ?? 400 });
    expect(value).toBeDefined();
    expect(columnDetails({ ...given, length: given.length ?? 400 }, value)).toEqual([]);
  });

  it("prefers the definition's own example", () => {
    expect(exampleValue(column({ example: 'mine' }))).toBe('mine');
  });

  it('takes the first sample of a pattern that satisfies the other constraints', () => {
    const given = withConstraints('TEXT', ['PATTERN', '^[A-Z]+-\\d+$'], ['MIN_LENGTH', 5]);
    expect(exampleValue(given, () => ['A-1', 'nope', 'ABC-1'])).toBe('ABC-1');
  });

  it.each<[string, number, number, string]>([
    ['^[0-9]+$', 15, 15, '7'],
    ['^[0-9]{1,20}$', 18, 18, '42'],
    ['^([a-z]{2}-)+$', 9, 9, 'ab-'],
    ['^(AB)+$', 9, 11, 'AB'],
    ['^[a-z]*$', 1, 2, 'abcdef'],
    ['^x[a-z]+y$', 40, 64, 'xay'],
  ])('stretches or shortens a sample of %s to %d to %d characters', (pattern, least, most, sample) => {
    const given = withConstraints('TEXT', ['MIN_LENGTH', least], ['MAX_LENGTH', most], ['PATTERN', pattern]);
    const value = exampleValue(given, () => [sample]);
    expect(value).toBeDefined();
    expect(columnDetails(given, value)).toEqual([]);
  });

  it('counts further digits of a long number exactly', () => {
    const given = withConstraints('TEXT', ['PATTERN', '^[0-9]{18}$']);
    expect(differentValues(given, '666666666666666666', 3)).toEqual([
      '666666666666666666',
      '666666666666666667',
      '666666666666666668',
    ]);
  });

  it('finds nothing where nothing can be found', () => {
    expect(exampleValue(withConstraints('TEXT', ['PATTERN', '^[A-Z]+-\\d+$']))).toBeUndefined();
    expect(exampleValue(withConstraints('INTEGER', ['MIN', 2], ['MAX', 1]))).toBeUndefined();
  });
});
