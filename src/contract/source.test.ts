import { describe, expect, it } from '@jest/globals';

import { contract } from './contract.ts';
import { isSource, knownValues } from './source.ts';

const { recordNotFound, uniqueConstraintViolation, validationError, recordReferenced } = contract.scenarios;

describe('knownValues', () => {
  it('reads a path parameter', () => {
    expect(knownValues(recordNotFound.values, { request: { path: { id: '42' } } })).toEqual({ id: '42' });
  });

  it('counts the items of an array', () => {
    const body = { error: { details: [{}, {}] } };
    expect(knownValues(validationError.values, { response: { body } })).toEqual({ n: 2 });
  });

  it('resolves a pointer that contains another value, once that is known', () => {
    const exchange = { request: { body: { email: 'jane@example.com', 'a/b~': 'odd' } } };
    const { values } = uniqueConstraintViolation;
    expect(knownValues(values, exchange)).toEqual({});
    expect(knownValues(values, exchange, { column: 'email' })).toEqual({ column: 'email', value: 'jane@example.com' });
    expect(knownValues(values, exchange, { column: 'a/b~' })).toEqual({ column: 'a/b~', value: 'odd' });
  });

  it('omits values that only the implementation knows, and values missing from the exchange', () => {
    expect(knownValues(recordReferenced.values, { request: { path: { id: '7' } } })).toEqual({ id: '7' });
    expect(knownValues(recordNotFound.values, { request: {} })).toEqual({});
    expect(knownValues({ id: { source: '$request.body#/toString' } }, { request: { body: {} } })).toEqual({});
  });

  it('prefers given values', () => {
    expect(knownValues(recordNotFound.values, { request: { path: { id: '42' } } }, { id: 7 })).toEqual({ id: 7 });
  });
});

describe('isSource', () => {
  it('accepts every source of the contract', () => {
    const sources = Object.values(contract.scenarios).flatMap(({ values }) => Object.values(values));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter(({ source }) => !isSource(source))).toEqual([]);
  });

  it.each(['$request.query.page', '$response.header.x', 'request.path.id', ''])('rejects %j', (source) => {
    expect(isSource(source)).toBe(false);
  });
});
