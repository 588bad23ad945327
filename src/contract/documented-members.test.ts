import { describe, expect, it } from '@jest/globals';

import { documentedMembers, foreignMembers } from './documented-members.ts';

const detail = { field: 'email', message: 'wrong' };

describe('documentedMembers', () => {
  it('leaves code and message, and details where the code carries them', () => {
    const error = { code: 'VALIDATION_ERROR', message: 'x', details: [{ ...detail, value: 'nope' }], at: 1 };
    expect(documentedMembers({ error, id: 7 })).toEqual({
      error: { code: 'VALIDATION_ERROR', message: 'x', details: [detail] },
    });
    expect(documentedMembers({ error: { ...error, code: 'NOT_FOUND' } })).toEqual({
      error: { code: 'NOT_FOUND', message: 'x' },
    });
  });

  it('adds nothing that is not there', () => {
    expect(documentedMembers({ error: {} })).toEqual({ error: {} });
  });

  it('reaches the errors of a bulk answer, and leaves the answer itself alone', () => {
    const item = { index: 0, error: { code: 'NOT_FOUND', message: 'x', at: 1 }, id: 7 };
    expect(documentedMembers({ failed: 1, took: 3, errors: [item] })).toEqual({
      failed: 1,
      took: 3,
      errors: [{ index: 0, error: { code: 'NOT_FOUND', message: 'x' }, id: 7 }],
    });
  });

  it.each([null, 'text', [1], { data: { error: 1 } }])('leaves %j as it is', (body) => {
    expect(documentedMembers(body)).toEqual(body);
  });
});

describe('foreignMembers', () => {
  it('names what is not documented by its path', () => {
    const error = { code: 'VALIDATION_ERROR', message: 'x', details: [{ ...detail, value: 1 }], at: 1 };
    expect(foreignMembers({ error, id: 7 })).toEqual(['id', 'error.at', 'error.details[].value']);
  });

  it('finds none in a plain envelope', () => {
    expect(foreignMembers({ error: { code: 'NOT_FOUND', message: 'x' } })).toEqual([]);
  });
});
