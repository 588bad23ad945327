import { describe, expect, it } from '@jest/globals';

import { prettyJson } from './pretty-json.ts';

describe('prettyJson', () => {
  it.each([
    { error: { code: 'X', message: 'a, {b}: [c] "d" \\' } },
    [1, -2.5e3, true, null, '', [], {}, [[]], [{ a: [] }]],
    'only a string',
    7,
    {},
  ])('formats %j like JSON.stringify', (value) => {
    expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    expect(prettyJson(JSON.stringify(value, null, 7))).toBe(JSON.stringify(value, null, 2));
  });

  it('removes white space from empty objects and arrays', () => {
    expect(prettyJson('[{ }, [\n]]')).toBe('[\n  {},\n  []\n]');
  });

  it('keeps what JSON.parse loses: digits, escapes, and duplicate members', () => {
    const text = '{"id":9007199254740993,"id":1.0,"name":"\\u00e4"}';
    expect(prettyJson(text)).toBe('{\n  "id": 9007199254740993,\n  "id": 1.0,\n  "name": "\\u00e4"\n}');
  });

  it.each(['', '{"a":', 'Not found', '<html>[1, 2]</html>', '{"a":1} {"b":2}'])(
    'returns %j, which is not JSON, unchanged',
    (text) => {
      expect(prettyJson(text)).toBe(text);
    },
  );
});
