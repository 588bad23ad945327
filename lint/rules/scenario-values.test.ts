import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'scenario-values';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

const VALUES = '#/components/examples/noBook/x-scenario/values';

describe(rule, () => {
  it('accepts a value for each placeholder', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects a placeholder without a value', async () => {
    expect(await problemsAfter(["'No book {title}'", "'No book {title} by {author}'"])).toEqual([
      `${VALUES} The template of noBook has {author}. Add \`author: { source: …, example: … }\` to its values.`,
    ]);
  });

  it('rejects a value without a placeholder', async () => {
    const message = 'The template of noBook has no {title}. Remove it from the values, or add it to the template.';
    expect(await problemsAfter(["'No book {title}'", 'No book'])).toEqual([`${VALUES}/title ${message}`]);
    expect(await problemsAfter(["'No book {title}'", 'null'])).toEqual([`${VALUES}/title ${message}`]);
  });

  it.each(['$request.body#/title', '$response.body#/title', '$workspace.title', '$constraint.title'])(
    'accepts the source %s',
    async (source) => {
      expect(await problemsAfter(['$request.path.title', source])).toEqual([]);
    },
  );

  it.each(['request.path.title', '$request.query.title', '$response.path.title', '$requests.title', '$url'])(
    'rejects the source %s',
    async (source) => {
      expect(await problemsAfter(['$request.path.title', source])).toEqual([
        `${VALUES}/title/source {title} of noBook comes from ${source}. ` +
          'A source must start with one of $request.path., $request.body#, $response.body#, $workspace., $constraint..',
      ]);
    },
  );

  it('rejects a source that needs a missing value', async () => {
    expect(await problemsAfter(["'$request.body#/{reader}'", "'$request.body#/{writer}'"])).toEqual([
      '#/components/examples/bookOnLoan/x-scenario/values/title/source ' +
        'The source of {title} of bookOnLoan needs {writer}, which is not in the values. Add it, or fix the source.',
    ]);
  });
});
