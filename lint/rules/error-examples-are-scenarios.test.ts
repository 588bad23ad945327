import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-examples-are-scenarios';
const listed = "noBook: { $ref: '#/components/examples/noBook' }";

describe(rule, () => {
  it('accepts scenarios by reference, and success examples of any kind', async () => {
    const document = sampleDocument([
      "emma: { $ref: '#/components/examples/emma' }",
      'emma: { value: { title: Emma } }',
    ]);
    expect(await problemsOf(rule, document)).toEqual([]);
  });

  it('rejects an inline example', async () => {
    const document = sampleDocument([listed, 'noBook: { value: {} }']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoBook/content The example noBook of an error response is written inline. ' +
        "Write `noBook: { $ref: '#/components/examples/noBook' }`.",
    ]);
  });

  it('rejects a scenario under another name', async () => {
    const document = sampleDocument([listed, "noNovel: { $ref: '#/components/examples/noBook' }"]);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoBook/content ' +
        'The example noNovel of an error response references #/components/examples/noBook. ' +
        "Write `noNovel: { $ref: '#/components/examples/noNovel' }`.",
    ]);
  });

  it('rejects an example that is not a scenario', async () => {
    const document = sampleDocument([listed, "emma: { $ref: '#/components/examples/emma' }"]);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoBook/content ' +
        'The example emma of an error response is not a scenario. Give it an `x-scenario` in components.examples.',
    ]);
  });

  it('rejects an error response without examples', async () => {
    const document = sampleDocument([listed, '{}']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoBook This 404 lists no scenarios. List them under `examples`.',
    ]);
  });
});
