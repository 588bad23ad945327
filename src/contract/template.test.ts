import { describe, expect, it } from '@jest/globals';

import { fillTemplate, matchTemplate } from './template.ts';

describe('fillTemplate', () => {
  it('fills every placeholder', () => {
    expect(fillTemplate('{a} and {b} and {a}', { a: 1, b: 'two' })).toBe('1 and two and 1');
  });

  it('takes values literally, replacement patterns and placeholders too', () => {
    expect(fillTemplate('not found: {id}', { id: '$& {id} $1' })).toBe('not found: $& {id} $1');
  });

  it('refuses to leave a placeholder empty', () => {
    expect(() => fillTemplate('not found: {id}', {})).toThrow('{id}');
    expect(() => fillTemplate('not found: {toString}', {})).toThrow('{toString}');
  });
});

describe('matchTemplate', () => {
  it('reads back what was filled in, line breaks too', () => {
    expect(matchTemplate("with {column} '{value}'", "with email 'a\n'b'")).toEqual({ column: 'email', value: "a\n'b" });
  });

  it('does not match a text with more around it', () => {
    expect(matchTemplate('key has expired', 'your key has expired')).toBeUndefined();
    expect(matchTemplate('key has expired', 'key has expired.')).toBeUndefined();
  });

  it('takes what a template says literally', () => {
    expect(matchTemplate('{n} error(s)', '2 errors')).toBeUndefined();
    expect(matchTemplate('{n} error(s)', '2 error(s)')).toEqual({ n: '2' });
  });
});
