import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-codes-have-scenarios';

describe(rule, () => {
  it('accepts responses that allow the codes of their scenarios', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects a code in a oneOf that no scenario of the response has', async () => {
    const document = sampleDocument(["bookOnLoan: { $ref: '#/components/examples/bookOnLoan' }", '']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/paths/~1books~1{title}/put/responses/409/content/application~1json/schema ' +
        'This 409 allows ON_LOAN, but lists no scenario with it. List one, or use the envelope without that code.',
    ]);
  });

  it('rejects a response of one code without a scenario, once for all operations that share it', async () => {
    const document = sampleDocument(["noCard: { $ref: '#/components/examples/noCard' }", '{}']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoCard/content/application~1json/schema ' +
        'This 401 allows NO_CARD, but lists no scenario with it. List one, or use the envelope without that code.',
    ]);
  });
});
