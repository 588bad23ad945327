import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'envelope';

describe(rule, () => {
  it('accepts a document that names every member', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it.each<[string, string, Change]>([
    ['a member left out', 'details', ['  details: details\n', '']],
    ['a name that is not a text', 'code', ['  code: code\n', '  code: 1\n']],
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
      `#/${what === 'no envelope' ? '' : 'x-envelope'} x-envelope must name ${missing}: the media type of every body, and each member of the error envelope.`,
    ]);
  });

  it('rejects a body of another media type', async () => {
    const problems = await problemsOf(rule, sampleDocument(['mediaType: application/json', 'mediaType: text/plain']));
    expect(problems.length).toBeGreaterThan(3);
    expect(new Set(problems.map((problem) => problem.replace(/^\S+ /, '')))).toEqual(
      new Set([
        'Every body is text/plain, as x-envelope says, but this one is application/json. Change one of the two.',
      ]),
    );
  });
});
