import { describe, expect, it } from '@jest/globals';

import { contract } from './contract.ts';
import { isSource, knownValues } from './source.ts';

const { recordNotFound, uniqueConstraintViolation, validationError, recordReferenced } = contract.scenarios;

describe('knownValues', () => {
  it('takes a parameter of the path', () => {
    expect(knownValues(recordNotFound.values, { request: { path: { id: '42' } } })).toEqual({ id: '42' });
  });

  it('counts a list', () => {
    const body = { error: { details: [{}, {}] } };
    expect(knownValues(validationError.values, { response: { body } })).toEqual({ n: 2 });
  });

  it('follows a pointer that names another value, once that is known', () => {
    const exchange = { request: { body: { email: 'jane@example.com', 'a/b~': 'odd' } } };
    const { values } = uniqueConstraintViolation;
    expect(knownValues(values, exchange)).toEqual({});
    expect(knownValues(values, exchange, { column: 'email' })).toEqual({ column: 'email', value: 'jane@example.com' });
    expect(knownValues(values, exchange, { column: 'a/b~' })).toEqual({ column: 'a/b~', value: 'odd' });
  });

  it('leaves out what only the implementation knows, and what the exchange lacks', () => {
    expect(knownValues(recordReferenced.values, { request: { path: { id: '7' } } })).toEqual({ id: '7' });
    expect(knownValues(recordNotFound.values, { request: {} })).toEqual({});
    expect(knownValues({ id: { source: '$request.body#/toString' } }, { request: { body: {} } })).toEqual({});
  });

  it('prefers what is given', () => {
    expect(knownValues(recordNotFound.values, { request: { path: { id: '42' } } }, { id: 7 })).toEqual({ id: 7 });
  });
});

describe('isSource', () => {
  it('knows every source of the contract', () => {
    const sources = Object.values(contract.scenarios).flatMap(({ values }) => Object.values(values));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter(({ source }) => !isSource(source))).toEqual([]);
  });

  it.each(['$request.query.page', '$response.header.x', 'request.path.id', ''])('does not know %j', (source) => {
    expect(isSource(source)).toBe(false);
  });
});
