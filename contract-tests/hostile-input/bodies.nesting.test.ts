import { describe, expect, it } from '@jest/globals';

import { contract } from '../../src/contract/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { expectInvalid, jane, place } from './invalid-values.ts';
import { badRequest } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

const takingBodies = contract.operationIds.filter((id) => contract.operations[id].takesBody);

describe('nesting deeper than 20, `__proto__` or `constructor` keys, a number out of range (`1e400`), duplicate keys', () => {
  it.each([
    ['nesting deeper than 20', `${'['.repeat(21)}${']'.repeat(21)}`, 'deeper than 20'],
    ['objects deeper than 20', `${'{"a":'.repeat(21)}1${'}'.repeat(21)}`, 'deeper than 20'],
    ['half a million brackets', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'deeper than 20'],
    ['`__proto__`', '{"__proto__":{"age":1}}', 'the key __proto__'],
    ['an escaped `__proto__`', '{"\\u005f_proto__":{}}', 'the key __proto__'],
    ['a nested `__proto__`', '{"name":{"__proto__":1}}', 'the key __proto__'],
    ['`constructor`', '{"constructor":{"prototype":{"age":1}}}', 'the key constructor'],
    ['a number out of range', '{"age":1e400}', 'out of range'],
    ['a negative number out of range', '{"age":-1e400}', 'out of range'],
    ['a number of a thousand digits', `{"age":${'9'.repeat(1000)}}`, 'out of range'],
    ['a number out of range in an unknown field', '{"x":[1e999]}', 'out of range'],
    ['duplicate keys', '{"name":"a","name":"b"}', 'same key twice'],
    ['duplicate keys with the same value', '{"name":"a","name":"a"}', 'same key twice'],
    ['nested duplicate keys', '{"name":{"a":1,"a":2}}', 'same key twice'],
    ['duplicate keys, one of them escaped', '{"name":"a","n\\u0061me":"b"}', 'same key twice'],
    ['more fields than an object may have', manyFields(1001), 'more than 1000 fields'],
    ['eighty times the permitted fields', manyFields(80_000), 'more than 1000 fields'],
  ])('%s → 400', async (_title, body, words) => {
    for (const id of takingBodies) {
      const bodies = contract.operations[id].path.endsWith('/bulk') ? [`[${body}]`, `[{"id":1},${body}]`] : [body];
      for (const each of bodies)
        expect(await ask(server, { ...place(id), body: each })).toMatchObject(badRequest(words));
    }
    // Object.prototype is unchanged.
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('keys that only look the same → separate fields', async () => {
    const details = ['Name', 'ｎａｍｅ', 'name ', 'name\0'].map((field) => ({
      field,
      message: `${field} is not a column of Customer`,
    }));
    await expectInvalid(server, { ...jane, ...Object.fromEntries(details.map(({ field }) => [field, 1])) }, details);
  });
});

function manyFields(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_each, index) => [`f${index}`, 0])));
}
