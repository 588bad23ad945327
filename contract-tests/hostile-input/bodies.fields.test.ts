import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { detailsOf, expectInvalid, fieldsOf, jane, place } from './invalid-values.ts';
import { refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

describe('a field that is not a column, or an `id` set by the client on create', () => {
  it.each([
    'extra',
    'NAME',
    '',
    ' ',
    'name"',
    'toString',
    'hasOwnProperty',
    'orders',
    'customer_id',
    '😀',
    '$where',
    'a.b',
  ])('%j → 422 for that field', async (field) => {
    await expectInvalid(server, { ...jane, [field]: null }, [
      { field, message: `${field} is not a column of Customer` },
    ]);
  });

  it.each([1, 4, '1', null, 9_007_199_254_740_991])('`id` set to %j → 422 for that field', async (id) => {
    const details = [{ field: 'id', message: 'id is generated and cannot be set' }];
    const answer = refusal(fail('validationError', { details }));
    expect(await ask(server, { ...place('createRecord'), body: { ...jane, id } })).toMatchObject(answer);
    // An update may contain the record's own id.
    if (id !== 1) expect(await ask(server, { ...place('updateRecord'), body: { id } })).toMatchObject(answer);
  });
});

describe('several invalid fields', () => {
  it('→ 422 with a detail for each, and their number in the message', async () => {
    const wrong = { name: ' ', email: 'nope', age: -1, website: 'x', extra: 1, id: 9 };
    const answer = await ask(server, { ...place('createRecord'), body: wrong });
    expect(fieldsOf(answer)).toEqual(['name', 'email', 'age', 'website', 'extra', 'id']);
    expect(answer.body).toMatchObject({ error: { message: 'Validation failed: 6 error(s)' } });
    const types = { name: [], email: {}, age: '36', website: true };
    expect(fieldsOf(await ask(server, { ...place('updateRecord'), body: types }))).toEqual(Object.keys(types));
    expect(fieldsOf(await ask(server, { ...place('createRecord'), body: {} }))).toEqual(['name', 'email']);
  });

  it('a field that is invalid in two ways → two details', async () => {
    const answer = await ask(server, { ...place('updateRecord'), body: { age: 2 ** 53 } });
    expect(fieldsOf(answer)).toEqual(['age', 'age']);
  });

  it('as many as an object may have → a detail for each', async () => {
    const answer = await ask(server, { ...place('createRecord'), body: manyFields(1000) });
    expect(detailsOf(answer)).toHaveLength(1002);
    expect(answer.body).toMatchObject({ error: { message: 'Validation failed: 1002 error(s)' } });
    expect(answer.text.length).toBeLessThan(100_000);
  });
});

function manyFields(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_each, index) => [`f${index}`, 0])));
}
