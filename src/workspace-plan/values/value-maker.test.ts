import { describe, expect, it } from '@jest/globals';

import type { ColumnConstraint, ColumnDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import { markedNumber, valueMaker } from './value-maker.ts';

const text = (constraints: readonly ColumnConstraint[], parts: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
  name: 'field',
  type: 'TEXT',
  constraints,
  ...parts,
});
const number = (...constraints: readonly ColumnConstraint[]): ColumnDefinition => ({
  name: 'count',
  type: 'INTEGER',
  constraints,
});

const DIGITS = ['89712345670001', '89712345670002', '10000000009999'];

describe('valueMaker', () => {
  it.each<[string, ColumnDefinition, { isMarked: boolean; isFresh: boolean }]>([
    ['any text', text([]), { isMarked: true, isFresh: true }],
    [
      'text of exactly 14 digits',
      text([{ type: 'PATTERN', value: '^\\d+$' }], { length: 14 }),
      { isMarked: true, isFresh: true },
    ],
    [
      'an e-mail address',
      text([{ type: 'EMAIL' }, { type: 'MAX_LENGTH', value: 21 }]),
      { isMarked: true, isFresh: true },
    ],
    ['a long URL', text([{ type: 'URL' }, { type: 'MIN_LENGTH', value: 200 }]), { isMarked: true, isFresh: true }],
    ['a code with a number', text([{ type: 'PATTERN', value: '^[A-Z]{2}-\\d+$' }]), { isMarked: true, isFresh: true }],
    [
      'its example',
      text([{ type: 'PATTERN', value: '^no (?:[1-9]|\\d{2,20}) of 9$' }], { example: 'no 17 of 9' }),
      { isMarked: true, isFresh: true },
    ],
    [
      'a long code',
      text(
        [
          { type: 'PATTERN', value: '^[0-9A-F]+$' },
          { type: 'MIN_LENGTH', value: 40 },
        ],
        { length: 40 },
      ),
      { isMarked: true, isFresh: true },
    ],
    ['short text', text([], { length: 9 }), { isMarked: false, isFresh: true }],
    ['letters', text([{ type: 'PATTERN', value: '^\\p{L}+$' }]), { isMarked: false, isFresh: true }],
    [
      'one of three words',
      text([{ type: 'PATTERN', value: '^(draft|open|closed)$' }]),
      { isMarked: false, isFresh: false },
    ],
    ['a number', number({ type: 'POSITIVE' }), { isMarked: false, isFresh: true }],
    ['a negative number', number({ type: 'NEGATIVE' }), { isMarked: false, isFresh: true }],
    [
      'a small number',
      number({ type: 'MIN', value: 1 }, { type: 'MAX', value: 5000 }),
      { isMarked: false, isFresh: true },
    ],
    [
      'one of few numbers',
      number({ type: 'MIN', value: 1 }, { type: 'MAX', value: 5 }),
      { isMarked: false, isFresh: false },
    ],
    [
      'a decimal',
      { name: 'price', type: 'DECIMAL', constraints: [{ type: 'MAX', value: 0.5 }] },
      { isMarked: false, isFresh: true },
    ],
    ['a day', { name: 'day', type: 'DATE' }, { isMarked: false, isFresh: true }],
    ['a moment', { name: 'at', type: 'TIMESTAMP' }, { isMarked: false, isFresh: true }],
    ['yes or no', { name: 'is', type: 'BOOLEAN' }, { isMarked: false, isFresh: false }],
  ])('makes %s', (_what, column, expected) => {
    const maker = valueMaker(column);
    expect(maker).toMatchObject(expected);
    const values = DIGITS.map((digits) => maker?.make(digits));
    expect(values.flatMap((value) => columnDetails(column, value))).toEqual([]);
    expect(values.every((value, index) => String(value).includes((DIGITS[index] ?? '').slice(0, 10)))).toBe(
      expected.isMarked,
    );
    expect(new Set(values).size).toBe(expected.isFresh ? DIGITS.length : new Set(values).size);
  });

  it.each<ColumnDefinition>([
    text([{ type: 'PATTERN', value: '^(a)\\z' }]),
    number({ type: 'MIN', value: 2 }, { type: 'MAX', value: 1 }),
  ])('finds nothing for %j', (column) => {
    expect(valueMaker(column)).toBeUndefined();
  });
});

describe('markedNumber', () => {
  it.each<[ColumnDefinition, boolean]>([
    [number(), true],
    [number({ type: 'NEGATIVE' }), true],
    [{ name: 'price', type: 'DECIMAL', scale: 4 }, true],
    [number({ type: 'MAX', value: 1000 }), true],
    [number({ type: 'MIN', value: 0 }, { type: 'MAX', value: 1000 }), false],
    [{ ...number(), references: 'Agent' }, false],
    [text([]), false],
  ])('of %j exists: %s', (column, exists) => {
    const maker = markedNumber(column);
    expect(maker !== undefined).toBe(exists);
    const value = maker?.make('89712345670001');
    if (exists) expect(String(value).replace(/\D/g, '')).toContain('8971234567');
  });
});
