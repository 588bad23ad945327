import { describe, expect, it } from '@jest/globals';

import { isWellFormedPath, queryOf, routablePath } from './request-path.ts';

describe('routablePath', () => {
  it('leaves a well-formed path as it is', () => {
    for (const target of ['/a/b%20c?d=%zz', '/', '*', 'http://x/a%2Fb', '/%C3%BC'])
      expect(routablePath(target)).toBe(target);
  });

  it('escapes the percent signs in malformed segments', () => {
    expect(routablePath('/a%20b/%zz/%E0%A4?x=1')).toBe('/a%20b/%25zz/%25E0%25A4?x=1');
  });
});

describe('isWellFormedPath', () => {
  it.each(['/%zz', '/100%', '/%E0%A4', '/%FF', '/%C0%80', '/a#b'])('returns false for %s', (target) => {
    expect(isWellFormedPath(target)).toBe(false);
  });

  it.each(['/', '/a%2Fb', '/%00', '/a?%zz', '/a?b#c'])('returns true for %s', (target) => {
    expect(isWellFormedPath(target)).toBe(true);
  });
});

describe('queryOf', () => {
  it('reads what follows the first question mark', () => {
    expect([...queryOf('/a?b=1&b=%C3%BC?&c')]).toEqual([
      ['b', '1'],
      ['b', 'ü?'],
      ['c', ''],
    ]);
    expect([...queryOf('/a')]).toEqual([]);
  });
});
