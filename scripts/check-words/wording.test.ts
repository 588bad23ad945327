import { describe, expect, it } from '@jest/globals';

import { findWordings } from './wording.ts';

describe('findWordings', () => {
  it.each([
    ['It can not be judged.', 'can not'],
    ['The caller is told.', 'told'],
    ['Nobody answered', 'nobody'],
    ["const message = 'it is none';", 'is none'],
    ['/** How to mend it. */', 'mend'],
    ['headers, cookies and the like', 'the like'],
    ['what stands in the body', 'stands in'],
  ])('finds the wording in %j', (text, avoid) => {
    expect(findWordings(text)).toEqual([{ avoid, write: expect.any(String), line: 1 }]);
  });

  it.each([
    'It cannot be judged.',
    'A recommendation',
    'strangers-alike',
    'someone told-off',
    'They amend the contract',
    '{run} stands for digits',
    'undefined if there is none',
  ])('accepts %j', (text) => {
    expect(findWordings(text)).toEqual([]);
  });

  it('counts lines from 1 and finds several in one line', () => {
    expect(findWordings('fine\nNobody is told').map(({ line, avoid }) => [line, avoid])).toEqual([
      [2, 'nobody'],
      [2, 'told'],
    ]);
  });
});
