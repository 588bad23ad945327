import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { Definition, EntityDefinition } from '../../workspace/index.ts';
import { filterOperators, parseDefinition } from '../../workspace/index.ts';
import { meaningfulNames, sqlKeywords, systemColumns } from './odd-names.ts';
import type { Answer, Question, TestServer } from './test-server.ts';
import { ask } from './test-server.ts';

/** The tests that every store must pass for each name that a definition accepts. `start` starts a server on an empty store. */
export function nameFacts(start: (definition: Definition) => Promise<TestServer>): void {
  let server: TestServer;
  beforeAll(async () => {
    server = await start(await parseDefinition(definition));
  });
  afterAll(() => server.close());

  const at = (path: string, question: Question = {}): Promise<Answer> =>
    ask(server, { ...question, path: `acme/names/${path}`, key: KEY });

  it('names an entity, its table and its column, in every operation', async () => {
    expect(await failing(names, (name) => useEntity(at, name))).toEqual([]);
  });

  it.each(wideEntities.map((entity) => [entity.name, entity] as const))(
    'names columns of text, in every operation: %s',
    async (_name, entity) => {
      for (const value of ['b', 'a']) {
        const body = Object.fromEntries(entity.columns.map((column) => [column.name, value]));
        expect((await at(entity.name, { method: 'POST', body })).body).toMatchObject({ data: body });
      }
      const columns = entity.columns.map(({ name }) => name);
      expect(await failing(columns, (name) => useColumn(at, entity.name, name))).toEqual([]);
      // One statement with all of the names, like the one that creates a record.
      const changed = Object.fromEntries(columns.map((name) => [name, 'c']));
      expect((await at(`${entity.name}/2`, { method: 'PUT', body: changed })).body).toEqual({
        data: { id: 2, ...changed },
      });
    },
  );

  it('names columns of decimals that are compared with more digits than they keep', async () => {
    const body = { true: 1.5, false: 1.5 };
    expect((await at('Price', { method: 'POST', body })).body).toEqual({ data: { id: 1, ...body } });
    for (const name of ['true', 'false']) {
      const rows = async (filter: string): Promise<Answer> => at(`Price?filter[${name}${filter}`);
      expect(await rows('.eq]=1.501')).toMatchObject({ body: { data: [] } });
      expect(await rows('.in]=1.501')).toMatchObject({ body: { data: [] } });
      expect(await rows('.neq]=1.501')).toMatchObject({ body: { data: [{ id: 1, ...body }] } });
    }
  });
}

type Ask = (path: string, question?: Question) => Promise<Answer>;

const KEY = 'sk_live_0123456789';

/** `__proto__` and `constructor` can name everything except a column. */
const names = [...sqlKeywords, ...meaningfulNames];

/** An entity whose table and only column have the same name. The column is a unique reference, which takes part in every failure. */
const entities = names.map((name): EntityDefinition => {
  const column = { name, type: 'INTEGER', unique: true, references: name } as const;
  return { name, table: name, columns: [column] };
});

/** Columns of text, in lower case and in upper case. */
const wideEntities = [
  ...chunksOf(names),
  ...chunksOf([...names, ...systemColumns].map((name) => name.toUpperCase())),
].map((columns, index): EntityDefinition => {
  const name = `Wide_${index}`;
  return { name, table: name, columns: columns.map((each) => ({ name: each, type: 'TEXT' })) };
});

const decimals: EntityDefinition = {
  name: 'Price',
  table: 'Prices',
  columns: ['true', 'false'].map((name) => ({ name, type: 'DECIMAL' })),
};

const definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'names',
      mode: 'ACTIVE',
      entities: [...entities, ...wideEntities, decimals],
      keys: [{ name: 'all', key: KEY, permission: 'READ_WRITE' }],
      records: Object.fromEntries(names.map((name) => [name, [{ [name]: 2 }, {}]])),
    },
  ],
};

/** Small chunks, because every row has all of their columns. */
function chunksOf(all: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(all)];
  return distinct.flatMap((_, index) => (index % 100 === 0 ? [distinct.slice(index, index + 100)] : []));
}

/** Uses names a few at a time, because the pool of connections to PostgreSQL is small. */
async function failing(each: readonly string[], use: (name: string) => Promise<void>): Promise<readonly string[]> {
  const waiting = each.values();
  const failures: string[] = [];
  const worker = async (): Promise<void> => {
    for (const name of waiting) await use(name).catch((error) => failures.push(`${name}: ${String(error)}`));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return failures;
}

async function useEntity(at: Ask, name: string): Promise<void> {
  const first = { id: 1, [name]: 2 };
  const second = { id: 2, [name]: null };
  expect(await at(name, { method: 'POST', body: { [name]: 1 } })).toMatchObject({
    status: 201,
    body: { data: { id: 3 } },
  });
  expect((await at(`${name}/1`)).body).toEqual({ data: first });
  expect((await at(`${name}/1?expand=${name}&fields=${name}`)).body).toEqual({ data: { id: 1, [name]: second } });
  expect((await at(`${name}?sort=${name},desc`)).body).toMatchObject({ data: [first, { id: 3, [name]: 1 }, second] });
  const failures = [
    await at(`${name}/3`, { method: 'PUT', body: { [name]: 2 } }),
    await at(`${name}/3`, { method: 'PUT', body: { [name]: 999 } }),
    await at(`${name}/2`, { method: 'DELETE' }),
    await at(`${name}/3`, { method: 'PUT', body: { [name]: 'x' } }),
  ];
  expect(failures.map(({ status }) => status)).toEqual([409, 400, 400, 422]);
  for (const { text } of failures) expect(text).toContain(name);
  for (const [method, item] of [
    ['POST', { [name]: 3 }],
    ['PUT', { id: 4, [name]: null }],
    ['DELETE', 4],
  ] as const) {
    expect((await at(`${name}/bulk`, { method, body: [item] })).body).toMatchObject({ succeeded: 1, failed: 0 });
  }
  expect(await at(`${name}/3`, { method: 'DELETE' })).toMatchObject({ status: 204 });
}

async function useColumn(at: Ask, entity: string, name: string): Promise<void> {
  const list = async (query: string, ...values: readonly string[]): Promise<void> => {
    const { body } = await at(`${entity}?fields=${name}&${query}`);
    expect(body).toMatchObject({ data: values.map((value) => ({ [name]: value })) });
  };
  const operands: Readonly<Record<string, string>> = { neq: 'c', gt: 'a', lt: 'c', isNull: 'false', isNotNull: 'true' };
  const filters = filterOperators.map((operator) => `filter[${name}.${operator}]=${operands[operator] ?? 'b'}`);
  await list(`sort=${name},desc`, 'b', 'a');
  await list(`sort=${name},asc&${filters.join('&')}`, 'b');
}
