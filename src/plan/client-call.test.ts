import { describe, expect, it } from '@jest/globals';

import { clientCallOf } from './client-call.ts';
import type { PlannedCase, PlannedRequest } from './planned-case.ts';

const headers = { accept: 'application/json', authorization: 'Bearer the-key' };

function programOf(
  cell: Pick<PlannedCase, 'operationId' | 'scenario'>,
  request: Partial<PlannedRequest>,
): string | undefined {
  const whole = { method: 'GET', path: '/acme/sales/Customer', headers, ...request };
  const expected = { status: 0 };
  return clientCallOf('http://x/api', { ...cell, variant: '', basis: 'seed', request: whole, expected })?.program;
}

describe('the call with the typed client', () => {
  it('creates a client of the workspace with the key of the request', () => {
    const program = programOf({ operationId: 'listRecords', scenario: 'entityNotFound' }, {});
    expect(program).toContain("baseUrl: 'http://x/api/acme/sales',\n  apiKey: 'the-key',");
    expect(program).toContain("await client.listRecords({ entityName: 'Customer' });");
  });

  it('passes path, query and body in one object, each value with its type, and the headers that the client does not send itself', () => {
    const path = "/acme/sales/O'Hara%20%26/7?size=2&fields=a%2Cb";
    const body = '{"name":"Jane"}';
    const request = { path, body, headers: { ...headers, 'x-fault': 'now' } };
    const program = programOf({ operationId: 'updateRecord', scenario: 'recordNotFound' }, request);
    const [, call = ''] = /await client\.updateRecord\(([^]*?)\);\n/.exec(program ?? '') ?? [];
    expect(Function(`return [${call}]`)()).toEqual([
      { entityName: "O'Hara &", id: 7, size: 2, fields: ['a', 'b'], body: { name: 'Jane' } },
      { headers: { 'x-fault': 'now' } },
    ]);
  });

  it('prints the scenario if the code has several', () => {
    const program = (scenario: 'expiredApiKey' | 'entityNotFound') =>
      programOf({ operationId: 'listRecords', scenario }, {});
    expect(program('expiredApiKey')).toContain('console.log(result.error.scenario, ');
    expect(program('entityNotFound')).not.toContain('error.scenario');
  });

  it.each<[string, Pick<PlannedCase, 'operationId' | 'scenario'>, Partial<PlannedRequest>]>([
    ['a path that belongs to no operation', { operationId: 'outsideOperations', scenario: 'routeNotFound' }, {}],
    ['a malformed path', { operationId: 'listRecords', scenario: 'badRequest' }, { path: '/a/b/%zz' }],
    ['a body that is not JSON', { operationId: 'createRecord', scenario: 'badRequest' }, { body: '{"name": ' }],
    ['a body of the wrong type', { operationId: 'createRecord', scenario: 'badRequest' }, { body: '[]' }],
    ['no key', { operationId: 'listRecords', scenario: 'invalidApiKey' }, { headers: {} }],
  ])('is undefined for %s', (_what, cell, request) => {
    expect(programOf(cell, request)).toBeUndefined();
  });
});
