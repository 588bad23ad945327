import { describe, expect, it } from '@jest/globals';

import { documentedMembers, foreignMembers } from './documented-members.ts';

const detail = { field: 'email', message: 'wrong' };

describe('documentedMembers', () => {
  it('keeps code and message, and details if the code documents them', () => {
    const error = { code: 'VALIDATION_ERROR', message: 'x', details: [{ ...detail, value: 'nope' }], at: 1 };
    expect(documentedMembers({ error, id: 7 })).toEqual({
      error: { code: 'VALIDATION_ERROR', message: 'x', details: [detail] },
    });
    expect(documentedMembers({ error: { ...error, code: 'NOT_FOUND' } })).toEqual({
      error: { code: 'NOT_FOUND', message: 'x' },
    });
  });

  it('adds no missing members', () => {
    expect(documentedMembers({ error: {} })).toEqual({ error: {} });
  });

  it('changes the errors of a bulk response, but not its other members', () => {
    const item = { index: 0, error: { code: 'NOT_FOUND', message: 'x', at: 1 }, id: 7 };
    expect(documentedMembers({ failed: 1, took: 3, errors: [item] })).toEqual({
      failed: 1,
      took: 3,
      errors: [{ index: 0, error: { code: 'NOT_FOUND', message: 'x' }, id: 7 }],
    });
  });

  it.each([null, 'text', [1], { data: { error: 1 } }])('returns %j unchanged', (body) => {
    expect(documentedMembers(body)).toEqual(body);
  });
});

describe('foreignMembers', () => {
  it('returns the paths of undocumented members', () => {
    const error = { code: 'VALIDATION_ERROR', message: 'x', details: [{ ...detail, value: 1 }], at: 1 };
    expect(foreignMembers({ error, id: 7 })).toEqual(['id', 'error.at', 'error.details[].value']);
  });

  it('finds none in a plain envelope', () => {
    expect(foreignMembers({ error: { code: 'NOT_FOUND', message: 'x' } })).toEqual([]);
  });
});
