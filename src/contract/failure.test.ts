import { describe, expect, it } from '@jest/globals';

import { fail, toEnvelope } from './failure.ts';

describe('fail', () => {
  it('fills the template of the scenario', () => {
    expect(toEnvelope(fail('recordNotFound', { id: '42' }))).toEqual({
      error: { code: 'NOT_FOUND', message: 'Record not found: 42' },
    });
  });

  it('counts the details in the message', () => {
    const details = [
      { field: 'name', message: 'name is required' },
      { field: 'age', message: 'must be at least 0' },
    ];
    expect(toEnvelope(fail('validationError', { details }))).toEqual({
      error: { code: 'VALIDATION_ERROR', message: 'Validation failed: 2 error(s)', details },
    });
  });

  it('accepts a message if the text is free', () => {
    expect(toEnvelope(fail('badRequest', { message: 'size is no number' }))).toEqual({
      error: { code: 'BAD_REQUEST', message: 'size is no number' },
    });
  });

  it('needs no values if the template has no placeholders', () => {
    expect(fail('expiredApiKey')).toMatchObject({ status: 401, message: 'API key has expired' });
  });

  it('captures no stack trace, and leaves the stack traces of other errors unchanged', () => {
    expect(fail('invalidApiKey').stack).not.toContain('failure.test.ts');
    expect(new Error('another').stack).toContain('failure.test.ts');
  });

  it('requires the values of the scenario, and no others', () => {
    // @ts-expect-error the template has an {id}
    expect(() => fail('recordNotFound')).toThrow('{id}');
    // @ts-expect-error the template has no {name}
    expect(() => fail('recordNotFound', { name: 'x' })).toThrow('{id}');
  });
});
