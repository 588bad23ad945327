import { describe, expect, it } from '@jest/globals';

import { exampleOf } from './example-of.ts';
import type { PlannedCase } from './planned-case.ts';

const request = { method: 'GET', path: '/acme/sales/Customer', headers: { authorization: 'Bearer key' } };
const one = { operationId: 'listRecords', basis: 'seed', request, expected: { status: 401 } } as const;
const cases: readonly PlannedCase[] = [
  { ...one, scenario: 'invalidApiKey', variant: 'missing', request: { ...request, headers: {} } },
  { ...one, scenario: 'invalidApiKey', variant: 'incorrect' },
  { ...one, operationId: 'outsideOperations', scenario: 'routeNotFound', variant: 'tooManySegments' },
];

describe('the example of a scenario', () => {
  it('is the first case that the client can send', () => {
    expect(exampleOf('invalidApiKey', cases)?.variant).toBe('incorrect');
  });

  it('is the first case if the client can send none of them, and undefined if there is no case', () => {
    expect(exampleOf('routeNotFound', cases)?.variant).toBe('tooManySegments');
    expect(exampleOf('readOnlyKey', cases)).toBeUndefined();
  });
});
