import { describe, expect, it } from '@jest/globals';

import { parseBody } from './parse-body.ts';

describe('parseBody', () => {
  it('parses JSON, including strings that contain brackets', () => {
    expect(parseBody('{"a":[1,{"b":"[[\\"{{"}]}')).toEqual({ a: [1, { b: '[["{{' }] });
  });

  it.each(['', 'nope', '{"a":', '\ufeff{}'])('returns undefined for %j, which is not JSON', (text) => {
    expect(parseBody(text)).toBeUndefined();
  });

  it('returns undefined for JSON that is nested too deeply, but parses a long flat body', () => {
    expect(parseBody('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
    expect(parseBody(JSON.stringify(Array.from({ length: 10_000 }, () => [])))).toHaveLength(10_000);
  });

  it.each(['"\\', '["', '"'])('reads a megabyte of %j without starting again at each quote', (part) => {
    expect(parseBody(part.repeat(1_000_000 / part.length))).toBeUndefined();
  });
});
