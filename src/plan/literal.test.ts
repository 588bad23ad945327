import { describe, expect, it } from '@jest/globals';

import { literal } from './literal.ts';

/** What JavaScript makes of the text. */
function valueOf(text: string): unknown {
  return Function(`return ${text}`)();
}

describe('a literal', () => {
  it('stands on one line while it fits', () => {
    expect(literal({ name: 'Jane', id: 1, 'x-fault': null, fields: ['a'], none: {} })).toBe(
      "{ name: 'Jane', id: 1, 'x-fault': null, fields: ['a'], none: {} }",
    );
  });

  it('has a member a line where it does not', () => {
    expect(literal({ a: 'x'.repeat(70), b: [1] })).toBe(`{\n  a: '${'x'.repeat(70)}',\n  b: [1],\n}`);
  });

  it.each<[unknown]>([
    ['it\'s "quoted" \\ and \n broken'],
    [{ "o'clock": [['x'.repeat(80), { deep: 'y'.repeat(80) }], true, -1.5] }],
  ])('is the value that it was made of: %j', (value) => {
    expect(valueOf(literal(value))).toEqual(value);
  });
});
