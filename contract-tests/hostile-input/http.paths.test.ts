import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { ask, askBytes } from '../../src/server/testing/test-server.ts';
import { expectEnd } from './expect-end.ts';
import { badRequest, refusal, routeNotFound } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { answersIn, CLOSE, CUSTOMERS, HOST, KEY, wire } from './wire.ts';

const server = untouchedServer();

describe('a path with a trailing slash, an empty segment, `%2F`, `%00`, `..` or a bad percent escape', () => {
  const recordNotFound = (id: string) => refusal(fail('recordNotFound', { id }));
  const entityNotFound = (entityName: string) => refusal(fail('entityNotFound', { entityName }));

  it.each<[string, object]>([
    ['/Customer/', routeNotFound],
    ['/Customer/3/', routeNotFound],
    ['//Customer/3', routeNotFound],
    ['/Customer//3', routeNotFound],
    ['/./Customer/3', routeNotFound],
    ['/Customer/../Customer/3', routeNotFound],
    ['/Customer/%2e%2e/Customer/3', routeNotFound],
    ['/Customer/3/..', routeNotFound],
    ['/Customer/3%2F', recordNotFound('3/')],
    ['/Customer/%2F3', recordNotFound('/3')],
    ['/Customer%2F3', entityNotFound('Customer/3')],
    ['/Customer/3%00', recordNotFound('3\0')],
    ['/Customer%00/3', entityNotFound('Customer\0')],
    ['/Customer/..', recordNotFound('..')],
    ['/Customer/3%5C', recordNotFound('3\\')],
    ['/Customer/3;', recordNotFound('3;')],
    ['/Customer/%253', recordNotFound('%3')],
    ['/Customer/3%0d%0aX-Injected:%20yes', recordNotFound('3\r\nX-Injected: yes')],
    ['/Customer/%zz', badRequest('The path')],
    ['/Customer/3%', badRequest('The path')],
    ['/Customer/3%f', badRequest('The path')],
    ['/Customer/%ff', badRequest('The path')],
    ['/Customer/%c0%b3', badRequest('The path')],
    ['/Customer/%ed%a0%80', badRequest('The path')],
    ['/Customer/3#', badRequest('The path')],
    ['/customer/3', entityNotFound('customer')],
    ['/CUSTOMER/3', entityNotFound('CUSTOMER')],
  ])('%s → 404 or 400, never another resource', async (path, answer) => {
    for (const method of ['GET', 'DELETE']) {
      // The path of a collection has no DELETE operation.
      if (method === 'DELETE' && path === '/Customer%2F3') continue;
      expect(await ask(server, { method, path })).toMatchObject(answer);
    }
  });

  it.each([
    '/api/V1/acme-corp/sales/Customer',
    '/API/v1/acme-corp/sales/Customer',
    '/acme-corp/sales/Customer',
    '/',
    '*',
  ])('%s → 404', async (target) => {
    const bytes = await askBytes(server, wire([`GET ${target} HTTP/1.1`, HOST, KEY, CLOSE]));
    expect(answersIn(bytes)).toMatchObject([routeNotFound]);
  });

  it.each([`\\api\\v1`, 'api/v1', 'localhost:80', `${CUSTOMERS}/\xff`, `${CUSTOMERS}/1 2`])(
    'an invalid request target: %s → 400, connection closed',
    async (target) => {
      await expectEnd(server, wire([`GET ${target} HTTP/1.1`, HOST, KEY]), badRequest('not well-formed HTTP'));
    },
  );
});
