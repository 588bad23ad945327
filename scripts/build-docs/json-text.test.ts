import { describe, expect, it } from '@jest/globals';

import { jsonText } from './json-text.ts';

describe('jsonText', () => {
  it('writes short values on one line, and otherwise one member per line', () => {
    const details = [{ field: 'email', message: 'must be a valid email' }, { field: 'age' }];
    expect(jsonText({ error: { code: 'X', details } })).toBe(`{
  "error": {
    "code": "X",
    "details": [
      { "field": "email", "message": "must be a valid email" },
      { "field": "age" }
    ]
  }
}`);
  });

  it.each<[unknown]>([[{}], [[]], [null], ['a "b"'], [{ long: ['x'.repeat(80), { deep: [1, 2, null] }] }]])(
    'keeps the value: %j',
    (value) => {
      expect(JSON.parse(jsonText(value))).toEqual(value);
    },
  );
});
