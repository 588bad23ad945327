import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-codes-have-scenarios';

describe(rule, () => {
  it('accepts responses that allow the codes of their scenarios', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects a code in a oneOf if no scenario of the response has it', async () => {
    const document = sampleDocument(["bookOnLoan: { $ref: '#/components/examples/bookOnLoan' }", '']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/paths/~1books~1{title}/put/responses/409/content/application~1json/schema ' +
        'This 409 allows the code ON_LOAN, but lists no scenario with it. List one, or remove the code from the schema.',
    ]);
  });

  it('rejects a response with one code and no scenario, once for all operations that share it', async () => {
    const document = sampleDocument(["noCard: { $ref: '#/components/examples/noCard' }", '{}']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/responses/NoCard/content/application~1json/schema ' +
        'This 401 allows the code NO_CARD, but lists no scenario with it. List one, or remove the code from the schema.',
    ]);
  });
});
