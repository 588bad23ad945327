import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'scenario-has-one-status';

describe(rule, () => {
  it('accepts scenarios listed under one status, by one or several responses', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects a scenario that no response lists', async () => {
    const document = sampleDocument(["bookOnLoan: { $ref: '#/components/examples/bookOnLoan' }", '']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/examples/bookOnLoan No response lists the scenario bookOnLoan. ' +
        'List it in a response, or remove it from components.examples.',
    ]);
  });

  it('rejects a scenario under two statuses', async () => {
    const listed = "bookOnLoan: { $ref: '#/components/examples/bookOnLoan' }";
    const document = sampleDocument([
      '    NoCard:\n      description',
      'examples:',
      `examples:\n            ${listed}`,
    ]);
    expect(await problemsOf(rule, document)).toEqual([
      '#/components/examples/bookOnLoan The scenario bookOnLoan is listed under 401 and 409. ' +
        'Keep one status, and add a separate scenario for each of the others.',
    ]);
  });

  it('rejects a response shared by two statuses', async () => {
    const document = sampleDocument(['operationId: getBook', "'401'", "'403'"]);
    expect(await problemsOf(rule, document)).toEqual([
      expect.stringContaining('The scenario noCard is listed under 403 and 401.'),
    ]);
  });
});
