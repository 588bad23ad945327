import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'envelope';

describe(rule, () => {
  it('accepts an envelope that names every member', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it.each<[string, string, Change]>([
    ['a missing member', 'details', ['  details: details\n', '']],
    ['a name that is not a string', 'code', ['  code: code\n', '  code: 1\n']],
    [
      'a detail without a field',
      'detail.field and detail.message',
      ['{ field: field, message: message }', '{ message: message }'],
    ],
    [
      'no envelope',
      'mediaType, error, code, message, details, detail.field and detail.message',
      ['x-envelope:', 'x-other:'],
    ],
  ])('rejects %s', async (what, missing, change) => {
    expect(await problemsOf(rule, sampleDocument(change))).toEqual([
      `#/${what === 'no envelope' ? '' : 'x-envelope'} x-envelope must have ${missing}: the media type of every body, and the name of each member of the error envelope.`,
    ]);
  });

  it('rejects a body with a different media type', async () => {
    const problems = await problemsOf(rule, sampleDocument(['mediaType: application/json', 'mediaType: text/plain']));
    expect(problems.length).toBeGreaterThan(3);
    expect(new Set(problems.map((problem) => problem.replace(/^\S+ /, '')))).toEqual(
      new Set([
        'This body is application/json, but x-envelope requires text/plain for every body. Change one of them.',
      ]),
    );
  });
});
