import { describe, expect, it } from '@jest/globals';

import type { ErrorDetail, OperationId } from '../../src/contract/index.ts';
import { contract, fail, isObject } from '../../src/contract/index.ts';
import type { Answer, Question } from '../../src/server/testing/test-server.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';
import type { Definition } from '../../src/workspace/index.ts';
import { badRequest, refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { JANE } from './wire.ts';

const server = untouchedServer();

const jane: Readonly<Record<string, unknown>> = JSON.parse(JANE);
const takingBodies = contract.operationIds.filter((id) => contract.operations[id].takesBody);

/** Returns a request for an operation on customers, without a body. */
function place(id: OperationId): Question {
  const { method, path } = contract.operations[id];
  return { method, path: path.replace('{entityName}', 'Customer').replace('{id}', '1') };
}

/** Sends values in a create, an update and a batch, and expects the given details. The update may have its own. */
async function expectInvalid(
  values: Readonly<Record<string, unknown>> | string,
  details: readonly ErrorDetail[],
  onUpdate = details,
): Promise<void> {
  const text = typeof values === 'string' ? values : JSON.stringify(values);
  const invalid = fail('validationError', { details });
  const changes = fail('validationError', { details: onUpdate });
  expect(await ask(server, { ...place('createRecord'), body: text })).toMatchObject(refusal(invalid));
  expect(await ask(server, { ...place('updateRecord'), body: text })).toMatchObject(refusal(changes));
  const batch = await ask(server, { ...place('bulkCreateRecords'), body: `[${text}]` });
  const item = { index: 0, error: refusal(invalid).body };
  expect(batch).toMatchObject({ status: 200, body: { succeeded: 0, failed: 1 } });
  expect(errorsOf(batch)).toEqual([{ index: 0, ...(isObject(item.error) ? item.error : {}) }]);
}

function errorsOf({ body }: Answer): unknown {
  return isObject(body) ? body.errors : undefined;
}

describe('malformed JSON, an empty or truncated body, an array or a string instead of an object, a wrong or missing content type, invalid UTF-8, a byte order mark', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it.each<[string, Question, string]>([
    ['malformed JSON', { body: '{"name":}' }, 'not well-formed JSON'],
    ['JavaScript syntax', { body: "{name:'Jane'}" }, 'not well-formed JSON'],
    ['JSON with a comment', { body: '{/**/"name":"Jane"}' }, 'not well-formed JSON'],
    ['JSON with a trailing comma', { body: '{"name":"Jane",}' }, 'not well-formed JSON'],
    ['JSON with a tab in a string', { body: '{"name":"a\tb"}' }, 'not well-formed JSON'],
    ['JSON with an invalid escape', { body: '{"name":"\\x41"}' }, 'not well-formed JSON'],
    ['two objects', { body: JANE + JANE }, 'not well-formed JSON'],
    ['a number with a leading zero', { body: '{"age":036}' }, 'not well-formed JSON'],
    ['a number with a plus sign', { body: '{"age":+36}' }, 'not well-formed JSON'],
    ['NaN', { body: '{"age":NaN}' }, 'not well-formed JSON'],
    ['a NUL after the object', { body: `${JANE}\0` }, 'not well-formed JSON'],
    ['a no-break space before the object', { body: `\u00a0${JANE}` }, 'not well-formed JSON'],
    ['an empty body', { body: '' }, 'empty'],
    ['only white space', { body: ' \r\n\t ' }, 'empty'],
    ['truncated JSON', { body: JANE.slice(0, -1) }, 'not well-formed JSON'],
    ['JSON truncated in an escape', { body: '{"name":"\\u00' }, 'not well-formed JSON'],
    ['a string', { body: '"x"' }, 'The body must be'],
    ['a number', { body: '1' }, 'The body must be'],
    ['null', { body: 'null' }, 'The body must be'],
    ['true', { body: 'true' }, 'The body must be'],
    ['a wrong content type', { body: JANE, headers: { 'content-type': 'text/plain' } }, 'Header Content-Type'],
    ['a form', { body: 'name=Jane', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'Content-Type'],
    [
      'a multipart form',
      { body: JANE, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      'Content-Type',
    ],
    [
      'a different JSON type',
      { body: JANE, headers: { 'content-type': 'application/merge-patch+json' } },
      'Content-Type',
    ],
    ['a type that starts like JSON', { body: JANE, headers: { 'content-type': 'application/jsonx' } }, 'Content-Type'],
    [
      'a type with an unknown parameter',
      { body: JANE, headers: { 'content-type': 'application/json; a=b' } },
      'Content-Type',
    ],
    [
      'two content types',
      { body: JANE, headers: { 'content-type': ['application/json', 'application/json'] } },
      'Content-Type',
    ],
    [
      'another charset',
      { body: JANE, headers: { 'content-type': 'application/json; charset=utf-16' } },
      'Content-Type',
    ],
    ['a missing content type', { body: JANE, headers: { 'content-type': [] } }, 'Header Content-Type'],
    ['an empty content type', { body: JANE, headers: { 'content-type': '' } }, 'Header Content-Type'],
    ['invalid UTF-8', { body: Buffer.from('{"name":"\xe9"}', 'latin1') }, 'UTF-8'],
    ['overlong UTF-8', { body: Buffer.from('{"name":"\xc0\xaf"}', 'latin1') }, 'UTF-8'],
    ['UTF-8 of a lone surrogate', { body: Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1') }, 'UTF-8'],
    ['UTF-8 beyond the Unicode range', { body: Buffer.from('{"name":"\xf4\x90\x80\x80"}', 'latin1') }, 'UTF-8'],
    ['truncated UTF-8', { body: Buffer.from('{"name":"\xf0\x9f\x98', 'latin1') }, 'UTF-8'],
    ['UTF-16', { body: utf16(JANE) }, 'not well-formed JSON'],
    ['UTF-16 with a byte order mark', { body: utf16(`\ufeff${JANE}`) }, 'UTF-8'],
    ['a lone surrogate in an escape', { body: '{"name":"\\ud83d"}' }, 'half a surrogate pair'],
    ['a reversed surrogate pair', { body: '{"name":"\\ude00\\ud83d"}' }, 'half a surrogate pair'],
    ['a byte order mark', { body: `\ufeff${JANE}` }, 'byte order mark'],
  ])('%s → 400', async (_title, question, words) => {
    for (const id of takingBodies)
      expect(await ask(server, { ...place(id), ...question })).toMatchObject(badRequest(words));
  });

  it('an array instead of an object, an object instead of an array → 400', async () => {
    for (const id of takingBodies) {
      const isBulk = contract.operations[id].path.endsWith('/bulk');
      const body = isBulk ? { 0: jane, length: 1 } : [jane];
      const words = isBulk ? 'must be a JSON array' : 'must be a JSON object';
      expect(await ask(server, { ...place(id), body })).toMatchObject(badRequest(words));
    }
  });
});

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
    await expectInvalid({ ...jane, ...Object.fromEntries(details.map(({ field }) => [field, 1])) }, details);
  });
});

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
    await expectInvalid({ ...jane, [field]: null }, [{ field, message: `${field} is not a column of Customer` }]);
  });

  it.each([1, 4, '1', null, 9_007_199_254_740_991])('`id` set to %j → 422 for that field', async (id) => {
    const details = [{ field: 'id', message: 'id is generated and cannot be set' }];
    const answer = refusal(fail('validationError', { details }));
    expect(await ask(server, { ...place('createRecord'), body: { ...jane, id } })).toMatchObject(answer);
    // An update may contain the record's own id.
    if (id !== 1) expect(await ask(server, { ...place('updateRecord'), body: { id } })).toMatchObject(answer);
  });
});

describe('NUL in text', () => {
  it.each(['name', 'email', 'website'])('%s → 422', async (field) => {
    for (const value of ['\0', 'a\0b', 'https://example.com/\0', 'a@example.com\0']) {
      const answer = await ask(server, { ...place('createRecord'), body: { ...jane, [field]: value } });
      expect(answer.status).toBe(422);
      expect(detailsOf(answer)).toContainEqual({ field, message: expect.stringContaining('NUL') });
    }
  });
});

describe('text longer than the column allows', () => {
  it('→ 422, counted in characters', async () => {
    for (const text of ['x'.repeat(256), '😀'.repeat(256), 'x'.repeat(500_000)])
      await expectInvalid({ ...jane, name: text }, [{ field: 'name', message: 'must be at most 255 characters' }]);
    const url = `https://example.com/${'x'.repeat(2048)}`;
    await expectInvalid({ ...jane, website: url }, [{ field: 'website', message: 'must be at most 2048 characters' }]);
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

describe('an integer beyond ±(2^53 − 1)', () => {
  const range = 'must be between -9007199254740991 and 9007199254740991';

  it.each([
    '9007199254740992',
    '-9007199254740992',
    '9007199254740993',
    '9223372036854775808',
    '1e300',
    '9'.repeat(300),
  ])('%.30s → 422', async (number) => {
    const answer = await ask(server, { ...place('updateRecord'), body: `{"age":${number}}` });
    expect(answer.status).toBe(422);
    expect(detailsOf(answer)).toContainEqual({ field: 'age', message: range });
    // In a foreign key it is invalid too, not a reference to a missing record.
    const order = { method: 'PUT', path: '/Order/1', body: `{"customer_id":${number}}` };
    expect(await ask(server, order)).toMatchObject(
      refusal(fail('validationError', { details: [{ field: 'customer_id', message: range }] })),
    );
  });

  it.each(['1.5', '1e-1', '9007199254740991.5', '1.00000000000000000001', '"36"', 'true', '[36]', '{}', '1e-300'])(
    '%s, which is not an integer → 422',
    async (value) => {
      const details = [{ field: 'age', message: 'must be a whole number' }];
      await expectInvalid(`{"name":"Jane","email":"jane@example.com","age":${value}}`, details);
    },
  );

  it.each([
    ['age', '1e2', 100],
    ['age', '3.6E+1', 36],
    ['age', '36.0', 36],
    ['age', '-0', 0],
    ['age', '0e999', 0],
    ['price', '1.10', 1.1],
    ['price', '1e-2', 0.01],
    ['price', '0.3', 0.3],
    ['price', '9999999999999.99', 9_999_999_999_999.99],
  ])('%s %s, a valid number in unusual notation → stored with its value', async (column, written, value) => {
    const own = await startTestServer();
    const path = column === 'age' ? '/Customer/1' : '/Product/1';
    const answer = await ask(own, { method: 'PUT', path, body: `{"${column}":${written}}` });
    expect(answer).toMatchObject({ status: 200, body: { data: { [column]: value } } });
    expect(await ask(own, { path })).toMatchObject({ body: answer.body });
    await own.close();
  });
});

describe('a decimal with more digits than its column keeps', () => {
  it.each([
    '1.1000000000000000001',
    '0.001',
    '1e-3',
    '1e-400',
    '-2.00000000000000000000001',
    '1.10000000000000000000000000001e0',
  ])('%s → 422, judged by the digits that were sent', async (number) => {
    const order = { method: 'PUT', path: '/Order/1', body: `{"total":${number}}` };
    const details = [{ field: 'total', message: 'must be a number with at most 2 decimal places' }];
    expect(detailsOf(await ask(server, order))).toEqual(expect.arrayContaining(details));
  });
});

describe('a timestamp that leaves the years 1 to 9999 in UTC', () => {
  it.each([
    '9999-12-31T23:59:59-01:00',
    '9999-12-31T23:59:59.999-00:01',
    '0001-01-01T00:00:00+00:01',
    '0000-12-31T23:59:59Z',
  ])('%s → 422, never stored', async (moment) => {
    const order = { method: 'PUT', path: '/Order/1', body: { orderedAt: moment } };
    const details = [
      { field: 'orderedAt', message: 'must be a timestamp (RFC 3339) with at most millisecond precision' },
    ];
    expect(await ask(server, order)).toMatchObject(refusal(fail('validationError', { details })));
  });
});

describe('a PATTERN that makes a backtracking engine explode', () => {
  const patterns = ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^([a-z]+)*$', '^(.*a){20}$'];
  const key = 'sk_live_0123456789';
  const definition: Definition = {
    organization: 'acme',
    workspaces: [
      {
        slug: 'main',
        mode: 'ACTIVE',
        entities: [
          {
            name: 'Thing',
            table: 'things',
            columns: [
              ...patterns.map((value, index) => ({
                name: `p${index}`,
                type: 'TEXT' as const,
                length: 5000,
                constraints: [{ type: 'PATTERN' as const, value }],
              })),
              { name: 'email', type: 'TEXT', length: 5000, constraints: [{ type: 'EMAIL' }] },
              { name: 'url', type: 'TEXT', length: 5000, constraints: [{ type: 'URL' }] },
            ],
          },
        ],
        keys: [{ name: 'main', key, permission: 'READ_WRITE' }],
      },
    ],
  };

  it.each<[string, string, string]>([
    ...patterns.map((pattern, index) => [pattern, `p${index}`, `${'a'.repeat(255)}!`] as [string, string, string]),
    ['EMAIL', 'email', `${'a.'.repeat(1000)}@${'a-'.repeat(1000)}!`],
    ['EMAIL with quotes', 'email', `"${'\\"'.repeat(1000)}@x`],
    ['URL', 'url', `http://${'a.'.repeat(1000)}:${'9'.repeat(1000)}!`],
    ['URL with numbers', 'url', `http://${'1.'.repeat(1500)}/ x`],
  ])('%s → 422, where backtracking would take years', async (_title, column, text) => {
    const own = await startTestServer({ definition });
    const question = { method: 'POST', path: 'acme/main/Thing', key, body: { [column]: text } };
    const details = [{ field: column }];
    expect(await ask(own, question)).toMatchObject({ status: 422, body: { error: { details } } });
    await own.close();
  });
});

function manyFields(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_each, index) => [`f${index}`, 0])));
}

function detailsOf({ body }: Answer): readonly unknown[] {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return Array.isArray(error.details) ? error.details : [];
}

function fieldsOf(answer: Answer): readonly unknown[] {
  return detailsOf(answer).map((detail) => (isObject(detail) ? detail.field : detail));
}
