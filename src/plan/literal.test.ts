import { describe, expect, it } from '@jest/globals';

import { literal } from './literal.ts';

/** Evaluates a string as JavaScript. */
function valueOf(text: string): unknown {
  return Function(`return ${text}`)();
}

describe('a literal', () => {
  it('is on one line if it fits', () => {
    expect(literal({ name: 'Jane', id: 1, 'x-fault': null, fields: ['a'], none: {} })).toBe(
      "{ name: 'Jane', id: 1, 'x-fault': null, fields: ['a'], none: {} }",
    );
  });

  it('has one member per line if it does not fit', () => {
    expect(literal({ a: 'x'.repeat(70), b: [1] })).toBe(`{\n  a: '${'x'.repeat(70)}',\n  b: [1],\n}`);
  });

  it.each<[unknown]>([
    ['it\'s "quoted" \\ and \n broken'],
    [{ "o'clock": [['x'.repeat(80), { deep: 'y'.repeat(80) }], true, -1.5] }],
  ])('evaluates to the original value: %j', (value) => {
    expect(valueOf(literal(value))).toEqual(value);
  });
});
