import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition, ColumnType } from './definition.ts';
import type { FilterOperator } from './filter.ts';
import { filterComplaint, isFilterOperator, listItems } from './filter.ts';

const column = (type: ColumnType): ColumnDefinition => ({ name: 'it', type });

describe('the value of a filter', () => {
  it.each<[ColumnType, FilterOperator, string]>([
    ['TEXT', 'eq', ''],
    ['TEXT', 'like', "%_\\'"],
    ['INTEGER', 'gte', '-3'],
    ['INTEGER', 'in', '1,2,3'],
    ['INTEGER', 'eq', '1e3'],
    ['INTEGER', 'eq', '-2.0'],
    ['INTEGER', 'isNull', 'true'],
    ['TEXT', 'isNotNull', 'false'],
    ['TEXT', 'in', 'a\\,b,\\\\'],
    ['DECIMAL', 'lt', '0.12345'],
    ['DECIMAL', 'eq', '1e-7'],
    ['DECIMAL', 'in', '1E+2,-2.5e-1'],
    ['BOOLEAN', 'neq', 'false'],
    ['DATE', 'lte', '2026-02-28'],
    ['TIMESTAMP', 'gt', '2026-02-28T10:00:00.123Z'],
  ])('for a %s column with %s can be "%s"', (type, operator, text) => {
    expect(filterComplaint(column(type), operator, text)).toBeUndefined();
  });

  it.each<[ColumnType, FilterOperator, string, string]>([
    ['INTEGER', 'eq', 'abc', 'must be a whole number, not "abc"'],
    ['INTEGER', 'eq', '1e-1', 'must be a whole number, not "1e-1"'],
    ['INTEGER', 'eq', '1.00000000000000000001', 'must be a whole number, not "1.00000000000000000001"'],
    ['DECIMAL', 'eq', '1e400', 'must be a number with at most 2 decimal places, not "1e400"'],
    ['TEXT', 'isNull', '', 'must be true or false, not ""'],
    ['TEXT', 'isNull', 'banana', 'must be true or false, not "banana"'],
    ['INTEGER', 'isNotNull', 'TRUE', 'must be true or false, not "TRUE"'],
    ['INTEGER', 'eq', '', 'must be a whole number, not ""'],
    ['INTEGER', 'in', '1,,3', 'must be a whole number, not ""'],
    ['INTEGER', 'like', '1', 'searches text, but it is not a text column'],
    ['DECIMAL', 'eq', '1.', 'must be a number with at most 2 decimal places, not "1."'],
    ['BOOLEAN', 'eq', 'yes', 'must be true or false, not "yes"'],
    ['DATE', 'eq', '2026-02-30', 'must be a date, YYYY-MM-DD, not "2026-02-30"'],
    [
      'TIMESTAMP',
      'eq',
      '2026-02-28',
      'must be a timestamp (RFC 3339) with at most millisecond precision, not "2026-02-28"',
    ],
  ])('for a %s column with %s cannot be "%s"', (type, operator, text, complaint) => {
    expect(filterComplaint(column(type), operator, text)).toBe(complaint);
  });
});

describe('the items of a list', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a,b,,c', ['a', 'b', '', 'c']],
    ['a\\,b,c', ['a,b', 'c']],
    ['\\\\,\\\\\\,', ['\\', '\\,']],
    ['a\\b,\\', ['a\\b', '\\']],
    ['😀,\n', ['😀', '\n']],
  ])('of %j are %j', (text, items) => {
    expect(listItems(text)).toEqual(items);
  });
});

describe('an operator', () => {
  it('has the same name as in the contract', () => {
    expect(['eq', 'isNotNull'].every(isFilterOperator)).toBe(true);
    expect(['EQ', '', 'toString'].some(isFilterOperator)).toBe(false);
  });
});
