import { describe, expect, it } from '@jest/globals';

import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('reads JSON, brackets in texts too', () => {
    expect(parseJson('{"a":[1,{"b":"[[\\"{{"}]}')).toEqual({ a: [1, { b: '[["{{' }] });
  });

  it.each(['', 'nope', '{"a":', '\ufeff{}'])('takes %j for no JSON', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('takes what nests too deep for no JSON, and a long flat text for what it is', () => {
    expect(parseJson('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
    expect(parseJson(JSON.stringify(Array.from({ length: 10_000 }, () => [])))).toHaveLength(10_000);
  });
});
