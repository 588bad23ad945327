import { describe, expect, it } from '@jest/globals';

import { parsePrefer } from './prefer.ts';

describe('parsePrefer', () => {
  it.each([
    ['code=409, example=x', { code: '409', example: 'x' }],
    ['code=409;example=x', { code: '409', example: 'x' }],
    ['Code = "409" ,example="a, \\"b\\"; c"', { code: '409', example: 'a, "b"; c' }],
    ['respond-async, code=1, code=2', { 'respond-async': '', code: '1' }],
    ['', {}],
    [',;=,"', {}],
  ])('reads %j', (header, expected) => {
    expect(Object.fromEntries(parsePrefer([header]))).toEqual(expected);
  });

  it('combines several headers', () => {
    expect(Object.fromEntries(parsePrefer(['code=1', 'example=x']))).toEqual({ code: '1', example: 'x' });
  });
});
