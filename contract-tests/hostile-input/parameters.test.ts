import { describe, expect, it } from '@jest/globals';

import { fail, isObject } from '../../src/contract/index.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';
import { badRequest, refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';

const server = untouchedServer();

describe('`page=-1`, `page=1.5`, `size=0`, `size=abc`, `page` twice, an unknown filter operator, an unknown filter or sort field, `sort=name;drop table`, a filter value of the wrong type, an unknown `expand` or `fields`', () => {
  it.each([
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=1e1', 'page'],
    ['page=0x10', 'page'],
    ['page=%2B1', 'page'],
    ['page=+1', 'page'],
    ['page=1%00', 'page'],
    ['page=%D9%A1', 'page'],
    ['page=NaN', 'page'],
    ['page=Infinity', 'page'],
    ['page=', 'page'],
    ['page=9007199254740992', 'page'],
    [`page=${'9'.repeat(5000)}`, 'page'],
    ['size=0', 'size'],
    ['size=abc', 'size'],
    ['size=101', 'size'],
    ['size=-1', 'size'],
    ['size=null', 'size'],
    ['size=%zz', 'size'],
    ['page=0&page=0', 'page'],
    ['page=0&%70age=0', 'page'],
    ['size=1&size=1', 'size'],
    ['sort=name,asc&sort=age,asc', 'sort'],
    ['filter[name.is]=x', 'filter[name.is]'],
    ['filter[name.EQ]=x', 'filter[name.EQ]'],
    ['filter[name.toString]=x', 'filter[name.toString]'],
    ['filter[unknown]=x', 'filter[unknown]'],
    ['filter[NAME]=x', 'filter[NAME]'],
    ['filter[__proto__]=x', 'filter[__proto__]'],
    ['filter[constructor]=x', 'filter[constructor]'],
    ['filter[orders.total]=1', 'filter[orders.total]'],
    ['filter[name"]=x', 'filter[name"]'],
    ['filter[name]=x&filter%5Bname%5D=y', 'filter[name]'],
    ['filter[name][]=x', 'filter[name][]'],
    ['filter[=x', 'filter['],
    ['filter=x', 'filter'],
    ['filter[name]=%00', 'filter[name]'],
    ['sort=unknown,asc', 'sort'],
    ['sort=name', 'sort'],
    ['sort=name,ASC', 'sort'],
    ['sort=,asc', 'sort'],
    ['sort=__proto__,asc', 'sort'],
    ['sort=orders.total,asc', 'sort'],
    ['sort=name;drop%20table', 'sort'],
    ['sort=name,asc;drop%20table%20customers', 'sort'],
    ['sort=name,asc--', 'sort'],
    ['sort="name",asc', 'sort'],
    ['filter[age]=abc', 'filter[age]'],
    ['filter[age]=1.5', 'filter[age]'],
    ['filter[age]=', 'filter[age]'],
    ['filter[age.gte]=1e400', 'filter[age.gte]'],
    ['filter[age.in]=1,x', 'filter[age.in]'],
    ['filter[age.like]=1', 'filter[age.like]'],
    ['filter[id]=x', 'filter[id]'],
    ['expand=unknown', 'expand'],
    ['expand=customer', 'expand'],
    ['expand=orders,', 'expand'],
    ['expand=orders..customer', 'expand'],
    ['expand=toString', 'expand'],
    ['fields=unknown', 'fields'],
    ['fields=name,', 'fields'],
    ['fields=*', 'fields'],
    ['fields=name.length', 'fields'],
    ['fields=__proto__', 'fields'],
  ])('%s → 400 that names the parameter', async (query, name) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(server, { method, path: `/Customer?${query}` });
      expect(answer).toMatchObject(method === 'GET' ? badRequest(`Parameter ${name} `) : { status: 400, text: '' });
    }
  });

  it.each(['fields=unknown', 'expand=unknown', 'fields=id&fields=id', 'expand='])(
    '%s on a record → 400',
    async (query) => {
      const [name = ''] = query.split('=');
      expect(await ask(server, { path: `/Customer/1?${query}` })).toMatchObject(badRequest(`Parameter ${name} `));
    },
  );

  it('too many conditions or too long a list → 400', async () => {
    const many = Array.from({ length: 51 }, (_each, index) => `filter[f${index}]=1`).join('&');
    expect(await ask(server, { path: `/Customer?${many}` })).toMatchObject(badRequest('Parameter filter '));
    const ids = Array.from({ length: 2000 }, (_each, index) => index).join();
    const { status } = await ask(server, { path: `/Customer?filter[id.in]=${ids}` });
    expect([200, 400]).toContain(status);
  });
});

describe('a filter value longer than the contract allows, and `like` filters with more than 255 characters together', () => {
  const long = 'x'.repeat(4097);

  it.each(
    ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'in'].flatMap((operator) =>
      ['name', 'age', 'id'].map((column) => `filter[${column}.${operator}]`),
    ),
  )('%s → 400', async (name) => {
    const longest = name.includes('name') || name.includes('like') ? long : '1'.repeat(4097);
    expect(await ask(server, { path: `/Customer?${name}=${longest}` })).toMatchObject(
      badRequest(`Parameter ${name} must not be longer than 4096 characters`),
    );
  });

  it('a value as long as the contract allows → the matching records', async () => {
    const path = `/Customer?filter[name]=${long.slice(1)}&filter[name.in]=${long.slice(1)}`;
    expect(await ask(server, { path })).toMatchObject({ status: 200, body: { data: [] } });
  });

  it('→ 400 that names the filter that is one character too much', async () => {
    const first = 'x'.repeat(200);
    for (const [second, status] of [
      ['y'.repeat(55), 200],
      ['y'.repeat(56), 400],
    ] as const) {
      const path = `/Customer?filter[name.like]=${first}&filter[name.eq]=${first}&filter[email.like]=${second}`;
      const answer = await ask(server, { path });
      expect(answer).toMatchObject({ status });
      if (status === 400) expect(answer).toMatchObject(badRequest('Parameter filter[email.like] must search for less'));
    }
  });
});

describe('a malformed percent escape or invalid UTF-8 in a query', () => {
  const escapes = ['%E9', '%', '%2', '%zz', '%C3%28', '%ED%A0%80', '%F4%90%80%80', '%C0%AF', '%FF'];
  const names = ['filter[name]', 'filter[name.like]', 'filter[name.in]', 'sort', 'fields', 'expand', 'page', 'other'];

  it.each(escapes.flatMap((escape) => names.map((name) => [escape, name])))(
    '%s in the value of %s → 400 that names the parameter',
    async (escape, name) => {
      const queries = [`${name}=${escape}`, `page=0&${name}=a${escape}&size=1`];
      for (const query of queries.slice(0, name === 'page' ? 1 : 2))
        expect(await ask(server, { path: `/Customer?${query}` })).toMatchObject(badRequest(`Parameter ${name} `));
    },
  );

  it.each(escapes)('%s in a name, and in any operation → 400', async (escape) => {
    expect(await ask(server, { path: `/Customer?a${escape}=1` })).toMatchObject(badRequest(`Parameter a${escape} `));
    for (const method of ['GET', 'DELETE'])
      expect(await ask(server, { method, path: `/Customer/1?x=${escape}` })).toMatchObject(badRequest('Parameter x '));
    const create = { method: 'POST', path: `/Customer?x=${escape}`, body: {} };
    expect(await ask(server, create)).toMatchObject(badRequest('Parameter x '));
  });
});

describe('`isNull` and `isNotNull` with anything except `true` and `false`', () => {
  it.each(['', 'banana', 'TRUE', '1', 'true,false'])('%j → 400', async (value) => {
    for (const operator of ['isNull', 'isNotNull'])
      expect(await ask(server, { path: `/Customer?filter[age.${operator}]=${value}` })).toMatchObject(
        badRequest(`Parameter filter[age.${operator}] must be true or false`),
      );
  });

  it('→ 400, and `false` means the opposite of `true`', async () => {
    const total = async (parameter: string): Promise<unknown> => {
      const { body } = await ask(server, { path: `/Customer?filter[${parameter}` });
      return isObject(body) && isObject(body.meta) ? body.meta.totalElements : body;
    };
    expect(await total('age.isNull]=true')).toBe(1);
    expect(await total('age.isNull]=false')).toBe(2);
    expect(await total('age.isNotNull]=true')).toBe(2);
    expect(await total('age.isNotNull]=false')).toBe(1);
  });
});

describe('`like` with `%`, `_`, `\\`', () => {
  // Uses its own server, because the demo records contain no such characters.
  it('→ literal characters, and a filter value with quotes → data, never SQL', async () => {
    const own = await startTestServer();
    const names = [
      '100%',
      'a_b',
      'a\\b',
      "O'Hara",
      '"quoted"',
      "'; DROP TABLE customers; --",
      'x%27y',
      'ünï😀',
      '[a-z]*',
      '$1',
      'Doe, Jane',
    ];
    for (const [index, name] of names.entries()) {
      const body = { name, email: `like-${index}@example.com` };
      expect(await ask(own, { method: 'POST', body })).toMatchObject({ status: 201, body: { data: body } });
    }
    const found = async (parameter: string, value: string): Promise<unknown> => {
      const path = `/Customer?filter[${parameter}]=${encodeURIComponent(value)}`;
      const { status, body } = await ask(own, { path });
      expect([value, status]).toEqual([value, 200]);
      return isObject(body) && Array.isArray(body.data) ? body.data.map(({ name }) => name) : body;
    };
    for (const name of names) {
      expect(await found('name', name)).toEqual([name]);
      expect(await found('name.like', name)).toEqual([name]);
      expect(await found('name.in', `x,${name.replaceAll(/[\\,]/g, '\\$&')},y`)).toEqual([name]);
    }
    expect(await found('name.like', '%')).toEqual(['100%', 'x%27y']);
    expect(await found('name.like', '_')).toEqual(['a_b']);
    expect(await found('name.like', '\\')).toEqual(['a\\b']);
    expect(await found('name.like', '%a%')).toEqual([]);
    expect(await found('name.like', 'A_B')).toEqual([]);
    expect(await found('name', "' OR '1'='1")).toEqual([]);
    expect(await found('name.like', "' OR '1'='1")).toEqual([]);
    expect(await found('name.in', "x') OR ('1'='1")).toEqual([]);
    expect(await ask(own, { path: '/Customer?size=100' })).toMatchObject({
      body: { meta: { totalElements: 3 + names.length } },
    });
    await own.close();
  });
});

describe('an unusual id (`1 OR 1=1`, `1e400`, 30 digits, Unicode)', () => {
  it.each([
    '1 OR 1=1',
    '1;DROP TABLE customers',
    "1'--",
    '1e400',
    '1e0',
    '1.0',
    '01',
    '+1',
    '-1',
    '-0',
    '0',
    '0x1',
    '1_0',
    '1n',
    ' 1',
    '1 ',
    '1\t',
    '1\0',
    '1\n',
    '9'.repeat(30),
    '9'.repeat(5000),
    '9223372036854775807',
    '9223372036854775808',
    '9007199254740993',
    'ünïcödé-☃-😀',
    '١',
    '１',
    '\u202e1',
    'null',
    'NaN',
    'Infinity',
    'true',
    '{}',
    '[1]',
    '1,2',
    '*',
    '%',
    '$&',
    '{id}',
    '__proto__',
    '<script>alert(1)</script>',
  ])('%j → 404 `Record not found: {id}`, echoed as sent, percent-decoded', async (id) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const path = `/Customer/${encodeURIComponent(id)}`;
      const answer = await ask(server, { method, path, ...(method === 'PUT' ? { body: { age: 1 } } : {}) });
      expect(answer).toMatchObject(refusal(fail('recordNotFound', { id })));
      expect(answer.headers['content-type']).toBe('application/json');
    }
  });
});
