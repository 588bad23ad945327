import { describe, expect, it } from '@jest/globals';

import { wordDifference } from './word-difference.ts';

/** Returns both texts, with the parts that only one of them has in brackets. */
function marked(one: string, other: string): readonly string[] {
  return wordDifference(one, other).map((pieces) =>
    pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join(''),
  );
}

describe('wordDifference', () => {
  it.each([
    [
      'Record not found: 40',
      'Entity not found: customer',
      '[Record] not found: [40]',
      '[Entity] not found: [customer]',
    ],
    ['permissions — data', 'permissions - data', 'permissions [—] data', 'permissions [-] data'],
    ['the same', 'the same', 'the same', 'the same'],
    ['one two', 'one  two', 'one[ ]two', 'one[  ]two'],
    ['a b c d', 'a c x d', 'a [b ]c d', 'a c[ x] d'],
    ['', 'all new', '', '[all new]'],
  ])('marks the words that differ between %j and %j', (one, other, markedOne, markedOther) => {
    expect(marked(one, other)).toEqual([markedOne, markedOther]);
  });

  it('loses nothing of either text', () => {
    const one = 'A record with email ‘jane’ already exists 🙂';
    const other = 'Record exists: email 🙂🙂';
    expect(wordDifference(one, other).map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual([one, other]);
  });

  it('shows only the common start and end of long text', () => {
    const one = `start ${'a '.repeat(2000)}end`;
    const other = `start ${'b '.repeat(2000)}end`;
    expect(marked(one, other)).toEqual([
      `start [${'a '.repeat(2000).trimEnd()}] end`,
      `start [${'b '.repeat(2000).trimEnd()}] end`,
    ]);
  });
});
