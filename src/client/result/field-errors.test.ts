import { describe, expect, it } from '@jest/globals';

import { createClient, fieldErrors, unwrap } from '../index.ts';

function failing(status: number, error: object) {
  const fetch = () => Promise.resolve(Response.json({ error }, { status }));
  return createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch }).createRecord({
    entityName: 'Customer',
    body: {},
  });
}

describe('fieldErrors', () => {
  it('groups details by field, in the order of the response', async () => {
    const details = [
      { field: 'name', message: 'name is required' },
      { field: 'email', message: 'must be a valid email address' },
      { field: 'name', message: 'must not be blank' },
      { field: '__proto__', message: 'is no column' },
    ];
    const result = await failing(422, { code: 'VALIDATION_ERROR', message: 'Validation failed: 4 error(s)', details });
    if (result.ok) throw new Error('expected a failure');
    const fields = fieldErrors(result.error);
    expect(Object.entries(fields)).toEqual([
      ['name', ['name is required', 'must not be blank']],
      ['email', ['must be a valid email address']],
      ['__proto__', ['is no column']],
    ]);
    expect(fields.constructor).toBeUndefined();
  });

  it('is empty for everything else', async () => {
    const caught: unknown = await unwrap(failing(404, { code: 'NOT_FOUND', message: 'no' })).catch(
      (error: unknown) => error,
    );
    for (const error of [caught, new Error('no'), undefined, { details: 'name is required' }]) {
      expect(Object.keys(fieldErrors(error))).toEqual([]);
    }
  });
});
