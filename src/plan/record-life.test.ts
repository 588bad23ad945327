import { describe, expect, it } from '@jest/globals';

import { parseTarget } from './parse-target.ts';
import {
  collectionIn,
  collectionOf,
  createRequest,
  deleteAllRequest,
  deleteRequest,
  findRequest,
  listRequest,
} from './record-life.ts';

const file = {
  baseUrl: 'http://127.0.0.1:1/api/v1',
  organization: 'acme corp',
  workspace: 'sales',
  keys: { readWrite: 'key-rw' },
  restricted: { workspace: 'archive', key: 'key-arc', mode: 'read-only' },
};
const target = parseTarget(file, {});
const customers = { path: '/acme%20corp/sales/Customer', key: 'key-rw' };

describe('the records of an entity', () => {
  it('are accessed with the key of the target', () => {
    expect(collectionOf(target, 'Customer')).toEqual(customers);
  });

  it.each(['organization', 'workspace', 'keys'] as const)('are unavailable without %s', (member) => {
    const { [member]: _left, ...others } = file;
    expect(collectionOf(parseTarget(others, {}), 'Customer')).toEqual({
      reason: expect.stringMatching(`^the target file has no "${member}`),
    });
  });

  it.each([
    ['/acme%20corp/sales/Customer?x=1', customers],
    ['/acme%20corp/sales/Customer/bulk', customers],
    ['/acme%20corp/sales/bulk', { ...customers, path: '/acme%20corp/sales/bulk' }],
    ['/acme%20corp/archive/Customer', { path: '/acme%20corp/archive/Customer', key: 'key-arc' }],
  ])('are found for a request to %s', (path, collection) => {
    expect(collectionIn(target, { path })).toEqual(collection);
  });
});

describe('the requests of a record’s life', () => {
  it('create, find, list and delete it', () => {
    const line = ({ method, path, body }: ReturnType<typeof createRequest>) => [method, path, body].join(' ').trimEnd();
    expect(
      [
        createRequest(customers, { name: 'Jane' }),
        findRequest(customers, 'e-mail', 'a&b'),
        findRequest(customers, 'email', 'a,b', 'in'),
        listRequest(customers, { page: '1' }),
        listRequest(customers, {}),
        deleteRequest(customers, '../7'),
        deleteAllRequest(customers, [1, 2]),
      ].map(line),
    ).toEqual([
      'POST /acme%20corp/sales/Customer {"name":"Jane"}',
      'GET /acme%20corp/sales/Customer?filter%5Be-mail%5D=a%26b',
      'GET /acme%20corp/sales/Customer?filter%5Bemail.in%5D=a%2Cb',
      'GET /acme%20corp/sales/Customer?page=1',
      'GET /acme%20corp/sales/Customer',
      'DELETE /acme%20corp/sales/Customer/..%2F7',
      'DELETE /acme%20corp/sales/Customer/bulk [1,2]',
    ]);
  });

  it('have the key, and the media type of a body', () => {
    expect(createRequest(customers, {}).headers).toMatchObject({
      authorization: 'Bearer key-rw',
      'content-type': 'application/json',
    });
    expect(deleteRequest({ ...customers, key: undefined }, 1).headers).not.toHaveProperty('authorization');
  });
});
