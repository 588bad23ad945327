import { describe, expect, it } from '@jest/globals';

import type { ColumnConstraint } from './constraint.ts';
import type { ColumnDefinition, EntityDefinition } from './definition.ts';
import { demoDefinition } from './demo/demo-definition.ts';
import { InexactNumber } from './strict-json.ts';
import { validateRecord } from './validate-record.ts';

function entityOf(...columns: ColumnDefinition[]): EntityDefinition {
  return { name: 'Thing', table: 'things', columns };
}

function messages(column: Omit<ColumnDefinition, 'name'>, value: unknown): string[] {
  return validateRecord(entityOf({ name: 'field', ...column }), { field: value }, 'create').map(
    ({ message }) => message,
  );
}

function customer(): EntityDefinition {
  const entity = demoDefinition.workspaces[0]?.entities[0];
  if (entity === undefined) throw new Error('the demo has no Customer');
  return entity;
}

describe('validateRecord', () => {
  it('reports the errors that the founding page shows for a customer', () => {
    expect(validateRecord(customer(), { name: 'Jane', email: 'nope', age: -1 }, 'create')).toEqual([
      { field: 'email', message: 'must be a valid email address' },
      { field: 'age', message: 'must be at least 0' },
    ]);
    expect(validateRecord(customer(), { email: 'nope' }, 'create')).toEqual([
      { field: 'name', message: 'name is required' },
      { field: 'email', message: 'must be a valid email address' },
    ]);
  });

  it('accepts a record whose nullable columns are missing or null', () => {
    expect(validateRecord(customer(), { name: 'Jane', email: 'jane@example.com', age: null }, 'create')).toEqual([]);
  });

  it('validates only the fields that an update contains', () => {
    expect(validateRecord(customer(), { age: -1 }, 'update')).toEqual([
      { field: 'age', message: 'must be at least 0' },
    ]);
    expect(validateRecord(customer(), {}, 'update')).toEqual([]);
  });

  it('does not let an update set a required value to null', () => {
    expect(validateRecord(customer(), { name: null }, 'update')).toEqual([
      { field: 'name', message: 'name is required' },
    ]);
  });

  it('lists unknown fields, including id, after the columns', () => {
    expect(validateRecord(customer(), { toString: 1, id: 7, email: 'nope' }, 'update')).toEqual([
      { field: 'email', message: 'must be a valid email address' },
      { field: 'toString', message: 'toString is not a column of Customer' },
      { field: 'id', message: 'id is generated and cannot be set' },
    ]);
  });

  it('does not mistake inherited members for values', () => {
    const entity = entityOf({ name: 'toString', type: 'TEXT' }, { name: 'valueOf', type: 'TEXT', nullable: false });
    expect(validateRecord(entity, {}, 'create')).toEqual([{ field: 'valueOf', message: 'valueOf is required' }]);
    expect(validateRecord(entity, {}, 'update')).toEqual([]);
  });

  it('lists every constraint that a value violates', () => {
    const constraints: ColumnConstraint[] = [
      { type: 'NOT_BLANK' },
      { type: 'MIN_LENGTH', value: 3 },
      { type: 'EMAIL' },
    ];
    expect(messages({ type: 'TEXT', constraints }, ' ')).toEqual([
      'must not be blank',
      'must be at least 3 characters',
      'must be a valid email address',
    ]);
  });

  it("prefers a constraint's own message", () => {
    const constraints: ColumnConstraint[] = [{ type: 'MIN', value: 18, message: 'must be of age' }];
    expect(messages({ type: 'INTEGER', constraints }, 17)).toEqual(['must be of age']);
  });

  it('does not run regular expressions on a string that is too long', () => {
    const constraints: ColumnConstraint[] = [{ type: 'EMAIL' }, { type: 'MAX_LENGTH', value: 2 }];
    expect(messages({ type: 'TEXT', length: 3, constraints }, 'nope')).toEqual([
      'must be at most 3 characters',
      'must be at most 2 characters',
    ]);
  });
});

describe('the type of a value', () => {
  it.each<[ColumnDefinition['type'], unknown[], unknown[], string]>([
    ['TEXT', ['', 'x'], [1, true, [], {}], 'must be text'],
    ['INTEGER', [0, -1, 2 ** 53 - 1], ['1', 1.5, true, [1]], 'must be a whole number'],
    [
      'DECIMAL',
      [0, -1.25, 0.07, 8.1],
      ['1', 0.001, 1.005, new InexactNumber('1.1000000000000000001')],
      'must be a number with at most 2 decimal places',
    ],
    ['BOOLEAN', [true, false], ['true', 0], 'must be true or false'],
    [
      'DATE',
      ['2026-11-23', '2024-02-29'],
      ['2025-02-29', '2026-1-1', '0000-01-01', '2026-11-23T00:00:00Z', 20261123],
      'must be a date, YYYY-MM-DD',
    ],
    [
      'TIMESTAMP',
      [
        '2026-11-23T10:00:00Z',
        '2026-11-23t10:00:00.123+01:00',
        '9999-12-31T23:59:59.999Z',
        '9999-12-31T23:59:59+00:01',
        '0001-01-01T00:00:00Z',
        '0001-01-01T00:00:00-23:59',
      ],
      [
        '2026-11-23',
        '2026-11-23 10:00:00Z',
        '2026-11-23T10:00:00',
        '2026-11-23T24:00:00Z',
        '2025-02-29T10:00:00Z',
        '2026-11-23T10:00:00.1234Z',
        '2026-11-23T23:59:60Z',
        '9999-12-31T23:59:59-01:00',
        '9999-12-31T23:59:59.999-00:01',
        '0001-01-01T00:00:00+00:01',
        0,
      ],
      'must be a timestamp (RFC 3339) with at most millisecond precision',
    ],
  ])('%s', (type, good, bad, message) => {
    for (const value of good) expect([value, messages({ type }, value)]).toEqual([value, []]);
    for (const value of bad) expect([value, messages({ type }, value)]).toEqual([value, [message]]);
  });

  it('is reported once if it is wrong, and then no constraints are checked', () => {
    expect(messages({ type: 'INTEGER', constraints: [{ type: 'MIN', value: 0 }] }, 'x')).toEqual([
      'must be a whole number',
    ]);
  });
});

describe('the limits of a value', () => {
  it('count characters, not UTF-16 units', () => {
    expect(messages({ type: 'TEXT', length: 2 }, '😀😀')).toEqual([]);
    expect(messages({ type: 'TEXT', length: 2 }, '😀😀😀')).toEqual(['must be at most 2 characters']);
  });

  it('are 255 characters by default', () => {
    expect(messages({ type: 'TEXT' }, 'x'.repeat(255))).toEqual([]);
    expect(messages({ type: 'TEXT' }, 'x'.repeat(256))).toEqual(['must be at most 255 characters']);
  });

  it('refuse NUL in text', () => {
    expect(messages({ type: 'TEXT' }, 'a\0b')).toEqual(['must not contain a NUL character']);
  });

  it('refuse numbers that are not exact', () => {
    const beyond = 'must be between -9007199254740991 and 9007199254740991';
    expect(messages({ type: 'INTEGER' }, 2 ** 53)).toEqual([beyond]);
    expect(messages({ type: 'INTEGER' }, -1e300)).toEqual([beyond]);
    expect(messages({ type: 'DECIMAL' }, 9_999_999_999_999.99)).toEqual([]);
    expect(messages({ type: 'DECIMAL' }, 1e13)).toEqual(['must be between -9999999999999.99 and 9999999999999.99']);
  });
});

describe('every constraint', () => {
  it.each<[ColumnConstraint, unknown, unknown, string]>([
    [{ type: 'NOT_BLANK' }, 'x', '\t ', 'must not be blank'],
    [{ type: 'MIN_LENGTH', value: 2 }, 'xx', '😀', 'must be at least 2 characters'],
    [{ type: 'MAX_LENGTH', value: 2 }, '😀😀', 'xxx', 'must be at most 2 characters'],
    [{ type: 'PATTERN', value: '^[A-Z]+$' }, 'XX', 'Xx', 'must match ^[A-Z]+$'],
    [{ type: 'PATTERN', value: '^.$' }, '😀', '', 'must match ^.$'],
    [{ type: 'EMAIL' }, 'jane@example.com', 'jane@', 'must be a valid email address'],
    [{ type: 'URL' }, 'https://example.com/a?b', 'example', 'must be a valid URL'],
  ])('of text: %j', (constraint, good, bad, message) => {
    expect(messages({ type: 'TEXT', constraints: [constraint] }, good)).toEqual([]);
    expect(messages({ type: 'TEXT', constraints: [constraint] }, bad)).toEqual([message]);
  });

  it.each<[ColumnConstraint, number[], number[], string]>([
    [{ type: 'MIN', value: 1 }, [1, 2], [0], 'must be at least 1'],
    [{ type: 'MAX', value: 1 }, [1, 0], [2], 'must be at most 1'],
    [{ type: 'POSITIVE' }, [1], [0, -1], 'must be greater than 0'],
    [{ type: 'NEGATIVE' }, [-1], [0, 1], 'must be less than 0'],
    [{ type: 'POSITIVE_OR_ZERO' }, [0, 1], [-1], 'must be 0 or greater'],
    [{ type: 'NEGATIVE_OR_ZERO' }, [0, -1], [1], 'must be 0 or less'],
  ])('of numbers: %j', (constraint, good, bad, message) => {
    for (const value of good) expect(messages({ type: 'INTEGER', constraints: [constraint] }, value)).toEqual([]);
    for (const value of bad) expect(messages({ type: 'DECIMAL', constraints: [constraint] }, value)).toEqual([message]);
  });
});
