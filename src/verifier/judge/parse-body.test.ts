import { describe, expect, it } from '@jest/globals';

import { parseBody } from './parse-body.ts';

describe('parseBody', () => {
  it('reads JSON, brackets in texts too', () => {
    expect(parseBody('{"a":[1,{"b":"[[\\"{{"}]}')).toEqual({ a: [1, { b: '[["{{' }] });
  });

  it.each(['', 'nope', '{"a":', '\ufeff{}'])('takes %j for no JSON', (text) => {
    expect(parseBody(text)).toBeUndefined();
  });

  it('takes what nests too deep for no JSON, and a long flat text for what it is', () => {
    expect(parseBody('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
    expect(parseBody(JSON.stringify(Array.from({ length: 10_000 }, () => [])))).toHaveLength(10_000);
  });
});
