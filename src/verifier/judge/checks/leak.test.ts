import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { leak } from './leak.ts';

const badRequest = (message: string, request = {}) =>
  leak(judgedFailure('badRequest', { error: { code: 'BAD_REQUEST', message } }, { request }));

describe('leak', () => {
  it.each([
    ['a stack frame', 'boom\n    at save (/srv/app/store.js:12:34)'],
    ['a stack frame', 'boom\n    at async Object.<anonymous> (file:///srv/main.ts:1:2)'],
    ['a stack frame', 'Traceback (most recent call last):'],
    ['a stack frame', 'at com.acme.Store.save(Store.java:42)'],
    ['a source location', "undefined method `save' (app/models/customer.rb:12:in `create')"],
    ['a source location', 'panic in store.go:42'],
    ['a source location', 'Uncaught error in Store.php(17)'],
    ['a connection string', 'No route to postgresql://app:secret@db.internal:5432/sales'],
    ['a connection string', 'jdbc:postgresql://db/sales is closed'],
    ['SQL', 'near "x": SELECT id FROM customers'],
    ['SQL', 'insert into customers values (1)'],
    ['a file path', "cannot open '/var/lib/data.db'"],
    ['a file path', 'C:\\Users\\jane\\app'],
    ['a database or runtime error', 'SQLITE_CONSTRAINT: UNIQUE constraint failed: customers.email'],
    ['a database or runtime error', 'duplicate key value violates unique constraint "customers_email"'],
    ['a database or runtime error', "TypeError: Cannot read properties of undefined (reading 'id')"],
    ['a database or runtime error', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('finds %s in %j', (what, message) => {
    expect(
      badRequest(message)
        .map((breach) => breach.message)
        .join(),
    ).toContain(what);
  });

  it.each([
    'Parameter page must be a whole number, 0 or more',
    'The body is not JSON: unexpected end at line 1, column 9',
    'Please select one of the fields from the list',
    'Unknown path /api/v1/acme-corp/sales/Customer/1/2',
    'Update the record and set another value',
    'See https://docs.example.py:8443/errors and errors.html#line:7',
    'The body ends at 1:12, after version 2.0.ts',
    'Content-Type must be application/json; see https://example.com/docs/errors',
  ])('accepts %j', (message) => {
    expect(badRequest(message)).toEqual([]);
  });

  it('ignores text that the response only repeats from the request', () => {
    const path = '/acme-corp/sales/Customer/SELECT%20id%20FROM%20customers';
    expect(badRequest("There is no 'SELECT id FROM customers'", { path })).toEqual([]);
    expect(badRequest('name is "at x (/srv/app.js:1:2)"', { body: '{"name":"at x (/srv/app.js:1:2)"}' })).toEqual([]);
  });

  it('finds a stack trace outside an envelope', () => {
    const html = '<pre>Error: boom\n    at save (/srv/app/store.js:12:34)</pre>';
    expect(leak(judgedFailure('internalError', html))).not.toEqual([]);
  });
});
