import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'named-examples';
const message = 'This example has no name. Write `examples: { aName: { value: … } }` instead of `example`.';

describe(rule, () => {
  it('accepts named examples', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects the unnamed example of a parameter, a media type and a header', async () => {
    const document = sampleDocument(
      ['examples:\n          emma: { value: Emma, summary: A novel }', 'example: Emma'],
      ["examples:\n                emma: { $ref: '#/components/examples/emma' }", 'example: { title: Emma }'],
      ['examples:\n                second: { value: 2, summary: The second }', 'example: 2'],
    );
    const problems = await problemsOf(rule, document);
    expect(problems.sort()).toEqual([
      `#/paths/~1books~1{title}/get/responses/200/content/application~1json/example ${message}`,
      `#/paths/~1books~1{title}/parameters/0/example ${message}`,
      `#/paths/~1books~1{title}/put/responses/204/headers/Edition/example ${message}`,
    ]);
  });
});
