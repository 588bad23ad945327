import { describe, expect, it } from '@jest/globals';

import { shortened, visible, visibleLine, withoutCommands } from './visible.ts';

describe('visible', () => {
  it.each([
    ['an escape sequence', '\u001b[31mred', '\\u001b[31mred'],
    ['a NUL', 'a\u0000b', 'a\\u0000b'],
    ['a carriage return', 'a\rb', 'a\\rb'],
    ['a right-to-left override', 'a\u202eb', 'a\\u202eb'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['a no-break space', 'a\u00a0b', 'a\\u00a0b'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['half of a surrogate pair', 'a\ud800b', 'a\\ud800b'],
    ['a noncharacter', 'a\uffffb', 'a\\uffffb'],
    ['a tag character beyond the basic plane', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ])('shows %s', (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves visible text unchanged, over several lines', () => {
    const text = 'Größe — 12 €\n\t“漢字” 🙂';
    expect(visible(text)).toBe(text);
  });
});

describe('visibleLine', () => {
  it('stays on one line', () => {
    expect(visibleLine('a\n::error::b\r\n\tc')).toBe('a\\n::error::b\\r\\n\\tc');
  });
});

describe('withoutCommands', () => {
  it.each([
    ['::error::x', '\\u003a:error::x'],
    ['a\n \t::add-mask::x', 'a\n \t\\u003a:add-mask::x'],
    ['a ##[error]x', 'a \\u0023#[error]x'],
    ['##vso[task.complete]##teamcity[x]', '\\u0023#vso[task.complete]\\u0023#teamcity[x]'],
  ])('escapes a command: %j', (text, shown) => {
    expect(withoutCommands(text)).toBe(shown);
  });

  it.each(['a ::b', 'x:\n:y', '## Heading', '#[a]', '# ##'])('leaves other text unchanged: %j', (text) => {
    expect(withoutCommands(text)).toBe(text);
  });
});

describe('shortened', () => {
  it('states how much is missing', () => {
    expect(shortened('abcdef', 4)).toBe('abcd… (2 more characters)');
    expect(shortened('abcdef', 6)).toBe('abcdef');
  });
});
