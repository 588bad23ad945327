import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'error-pairs';

describe(rule, () => {
  it('accepts a table that matches the responses', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects a scenario whose code is not in the table', async () => {
    const document = sampleDocument(['error: { code: ON_LOAN', 'error: { code: LENT']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/examples/bookOnLoan/value The scenario bookOnLoan combines status 409 with code LENT, ' +
        'which is not a pair in x-error-table. Fix the code, or add the pair to the table.',
    ]);
  });

  it('rejects a scenario whose code belongs to another status, even under a success status', async () => {
    const document = sampleDocument([
      "emma: { $ref: '#/components/examples/emma' }",
      "noCard: { $ref: '#/components/examples/noCard' }",
    ]);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/examples/noCard/value The scenario noCard combines status 200 with code NO_CARD, ' +
        'which is not a pair in x-error-table. The table has that code with status 401: use it there.',
    ]);
  });

  it('rejects a code that only a schema allows', async () => {
    const document = sampleDocument(['const: ON_LOAN', 'const: LENT']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/paths/~1books~1{title}/put/responses/409/content/application~1json/schema ' +
        'The schema of a response combines status 409 with code LENT, which is not a pair in x-error-table. ' +
        'Fix the code, or add the pair to the table.',
    ]);
  });

  it('rejects a pair that no response has', async () => {
    const document = sampleDocument([
      '{ status: 422,',
      '{ status: 500, code: ON_FIRE, description: Run }\n  - { status: 422,',
    ]);
    expect(await problemsOf(rule, document)).toEqual([
      '#/x-error-table/4 No response has the pair 500 ON_FIRE. Document a scenario for it, or remove it from the table.',
    ]);
  });
});
