import { describe, expect, it } from '@jest/globals';

import { bulkOutcomes, createClient, fieldErrors, unwrap } from '../index.ts';

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

  const columns = ['email', 'e-mail', "o'clock", '__proto__', 'constructor', 'with', ' '];
  it.each(
    columns.flatMap((column) => [
      [409, 'UNIQUE_CONSTRAINT_VIOLATION', column, `A record with ${column} 'a'b' already exists`] as const,
      [400, 'FOREIGN_KEY_VIOLATION', column, `Referenced ${column} '7' does not exist in Company`] as const,
    ]),
  )('has the column of a %d %s: %s', async (status, code, column, message) => {
    const result = await failing(status, { code, message });
    if (result.ok) throw new Error('expected a failure');
    expect(Object.entries(fieldErrors(result.error))).toEqual([[column, [message]]]);
    const item = { index: 0, error: { code, message } };
    const [outcome] = bulkOutcomes([{}], { succeeded: 0, failed: 1, errors: [item] });
    expect(Object.entries(fieldErrors(outcome?.ok === false ? outcome.error : undefined))).toEqual([
      [column, [message]],
    ]);
  });

  it('has no field for a column of another entity, or a message that names none', async () => {
    const fetch = () => {
      const message = 'Record 1 is still referenced by customer_id in Order';
      return Promise.resolve(Response.json({ error: { code: 'FOREIGN_KEY_VIOLATION', message } }, { status: 400 }));
    };
    const client = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch });
    const referenced = await client.deleteRecord({ entityName: 'Customer', id: 1 });
    const other = await failing(409, { code: 'UNIQUE_CONSTRAINT_VIOLATION', message: 'Doppelt' });
    if (referenced.ok || other.ok) throw new Error('expected two failures');
    expect([referenced.error, other.error].map((error) => Object.keys(fieldErrors(error)))).toEqual([[], []]);
    expect(referenced.error).toMatchObject({ values: { id: '1', column: 'customer_id', table: 'Order' } });
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
