import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { demoDefinition } from './demo/demo-definition.ts';
import { isColumnName } from './column-name.ts';
import { isKeyName } from './key-name.ts';
import { parseDefinition } from './parse-definition.ts';

/** Returns a complete definition with the given parts. */
function definition({
  columns = [{ name: 'note', type: 'TEXT' }],
  ...workspace
}: Record<string, unknown> = {}): object {
  const entities = [{ name: 'Thing', table: 'things', columns }];
  return { organization: 'acme', workspaces: [{ slug: 'main', mode: 'ACTIVE', entities, keys: [], ...workspace }] };
}

function withColumn(column: Partial<Record<keyof ColumnDefinition, unknown>>): object {
  return definition({ columns: [{ name: 'field', type: 'TEXT', ...column }] });
}

function withConstraint(type: string, constraint: object): object {
  return withColumn({ type, constraints: [constraint] });
}

const key = { name: 'main', key: 'sk_live_0123456789', permission: 'READ_WRITE' };
const place = '/workspaces/0/entities/0/columns/0';

describe('parseDefinition', () => {
  it('accepts the smallest definition', async () => {
    expect(await parseDefinition(definition())).toEqual(definition());
  });

  it('accepts the address of its schema', async () => {
    const $schema = 'https://unpkg.com/workspace-api-contract/definition.schema.json';
    expect(await parseDefinition({ $schema, ...definition() })).toMatchObject(definition());
  });

  it('accepts a workspace without keys', async () => {
    expect(await parseDefinition(definition({ keys: undefined }))).toMatchObject({ workspaces: [{ keys: [] }] });
  });

  it('accepts descriptions, and examples that satisfy the column', async () => {
    const columns = [
      {
        name: 'email',
        type: 'TEXT',
        description: 'Where to write.',
        example: 'a@example.com',
        constraints: [{ type: 'EMAIL' }],
      },
      { name: 'rank', type: 'INTEGER', example: 3, constraints: [{ type: 'MAX', value: 3 }] },
    ];
    expect(await parseDefinition(definition({ columns }))).toEqual(definition({ columns }));
  });

  it.each([
    [{ type: 'TEXT', example: 'nope', constraints: [{ type: 'EMAIL' }] }, 'valid email address'],
    [{ type: 'INTEGER', example: 4, constraints: [{ type: 'MAX', value: 3 }] }, 'at most 3'],
    [{ type: 'INTEGER', example: '4' }, 'whole number'],
    [{ type: 'TEXT', length: 2, example: 'abc' }, 'at most 2 characters'],
    [{ type: 'BOOLEAN', example: {} }, 'must be'],
    [{ type: 'TEXT', example: null }, 'must be'],
  ])('refuses an example that violates its column: %j', async (column, message) => {
    await expectRefusal(withColumn(column), `${place}/example`, message);
  });

  it.each(['ci', 'readWrite', 'ci-deploy', '2027.q1', '_x', 'a'.repeat(63)])(
    'accepts the key name %s',
    async (name) => {
      await parseDefinition(definition({ keys: [{ ...key, name }] }));
      expect(isKeyName(name)).toBe(true);
    },
  );

  it.each(['', '-x', '.x', 'a b', 'é', 'a\n', 'a'.repeat(64)])('refuses the key name %j', async (name) => {
    const value = definition({ keys: [{ ...key, name }] });
    await expectRefusal(value, '/workspaces/0/keys/0/name', name.length > 63 ? 'characters' : 'pattern');
    expect(isKeyName(name)).toBe(false);
  });

  const columnNames = ['a', '_', 'snake_case', 'a'.repeat(63), 'ids', 'toString'];
  const otherNames = [
    '',
    '1a',
    'a-b',
    'é',
    'a\n',
    'a'.repeat(64),
    'id',
    'Id',
    'constructor',
    '__proto__',
    'ctid',
    'xmax',
  ];

  it.each([...columnNames, ...otherNames])(
    'says of the name of a column whether a definition can contain it: %j',
    async (name) => {
      const parsed = parseDefinition(withColumn({ name, type: 'TEXT' })).then(
        () => true,
        () => false,
      );
      expect([await parsed, isColumnName(name)]).toEqual(columnNames.includes(name) ? [true, true] : [false, false]);
    },
  );

  it('reads the demo, which uses every type of column and every constraint', async () => {
    expect(await parseDefinition(demoDefinition)).toEqual(demoDefinition);
    const columns = demoDefinition.workspaces.flatMap(({ entities }) => entities).flatMap((entity) => entity.columns);
    expect(new Set(columns.map(({ type }) => type)).size).toBe(6);
    expect(new Set(columns.flatMap(({ constraints = [] }) => constraints).map(({ type }) => type)).size).toBe(12);
  });

  it.each([
    [255, '^.{1,1000}$'],
    [255, '[ab]*a[ab]{900}[cd]'],
    [100_000, '^\\p{L}+$'],
    [10_000, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'],
  ])('accepts, for a length of %d, the pattern %s', async (length, value) => {
    const column = { length, constraints: [{ type: 'PATTERN', value }] };
    expect(await parseDefinition(withColumn(column))).toEqual(withColumn(column));
  });

  it.each<[string, unknown, string, string]>([
    ['something else', [], '', 'must be object'],
    ['a missing member', { organization: 'acme' }, '', "must have required property 'workspaces'"],
    ['a misspelt member', definition({ entitees: [] }), '/workspaces/0', 'has no member "entitees"'],
    ['an unknown mode', definition({ mode: 'OPEN' }), '/workspaces/0/mode', 'must be one of ACTIVE, SCHEMA_LOCKED'],
    ['a column named id', withColumn({ name: 'Id' }), `${place}/name`, 'is a reserved name'],
    ...['ID', 'constructor', '__proto__', 'ctid', 'xmin', 'cmin', 'xmax', 'cmax', 'tableoid'].map(
      (name): [string, unknown, string, string] => [
        `the column name ${name}`,
        withColumn({ name }),
        `${place}/name`,
        'is a reserved name',
      ],
    ),
    [
      'an invalid date',
      definition({ keys: [{ ...key, expiresAt: 'soon' }] }),
      '/workspaces/0/keys/0/expiresAt',
      'date-time',
    ],
    ...['2028-12-31T23:59:60Z', '9999-12-31T23:59:59-01:00', '2028-12-31', '2028-12-31 23:59:59Z'].map(
      (expiresAt): [string, unknown, string, string] => [
        `the expiry ${expiresAt}`,
        definition({ keys: [{ ...key, expiresAt }] }),
        '/workspaces/0/keys/0/expiresAt',
        'date-time',
      ],
    ),
    ['a bound that is missing', withConstraint('INTEGER', { type: 'MIN' }), `${place}/constraints/0`, "'value'"],
    [
      'a bound of the wrong type',
      withConstraint('INTEGER', { type: 'MIN', value: '1' }),
      `${place}/constraints/0/value`,
      'number',
    ],
    [
      'a bound too many',
      withConstraint('TEXT', { type: 'EMAIL', value: 1 }),
      `${place}/constraints/0/value`,
      'is not allowed here',
    ],
  ])('refuses %s, and says where', async (_title, value, path, message) => {
    await expectRefusal(value, path, message);
  });

  it.each<[string, unknown, string, string]>([
    [
      'two columns of one name',
      definition({
        columns: [
          { name: 'a', type: 'TEXT' },
          { name: 'A', type: 'DATE' },
        ],
      }),
      '/workspaces/0/entities/0/columns/1/name',
      'twice',
    ],
    [
      'two keys of one name',
      definition({ keys: [key, { ...key, key: 'sk_live_another_one' }] }),
      '/workspaces/0/keys/1/name',
      'twice',
    ],
    [
      'a key that is used twice',
      definition({ keys: [key, { ...key, name: 'other' }] }),
      '/workspaces/0/keys/1/key',
      'another entry',
    ],
    [
      'a reference to nothing',
      withColumn({ type: 'INTEGER', references: 'Nothing' }),
      `${place}/references`,
      'no entity "Nothing"',
    ],
    ['a reference that is text', withColumn({ references: 'Thing' }), `${place}/type`, 'must be INTEGER'],
    ['a length of numbers', withColumn({ type: 'INTEGER', length: 3 }), `${place}/length`, 'TEXT columns only'],
    ['a scale of text', withColumn({ scale: 3 }), `${place}/scale`, 'DECIMAL columns only'],
    [
      'a rule for text on numbers',
      withConstraint('INTEGER', { type: 'EMAIL' }),
      `${place}/constraints/0/type`,
      'cannot be used on',
    ],
    [
      'a rule for numbers on text',
      withConstraint('TEXT', { type: 'POSITIVE' }),
      `${place}/constraints/0/type`,
      'cannot be used on',
    ],
    [
      'a broken pattern',
      withConstraint('TEXT', { type: 'PATTERN', value: '(' }),
      `${place}/constraints/0/value`,
      'is not a regular expression of JavaScript (with the flag u): Unterminated group',
    ],
    [
      'a pattern that is too large for the length of its column',
      withColumn({ length: 100_000, constraints: [{ type: 'PATTERN', value: '[ab]*a[ab]{900}[cd]' }] }),
      `${place}/constraints/0/value`,
      'too slow',
    ],
    [
      'patterns that are too large together',
      definition({
        columns: ['a', 'b', 'c'].map((name) => ({
          name,
          type: 'TEXT',
          length: 20_000,
          constraints: [{ type: 'PATTERN', value: 'x{80}' }],
        })),
      }),
      '/workspaces/0/entities/0/columns/2/constraints/0/value',
      'too slow',
    ],
    [
      'records of nothing',
      definition({ records: { Nothing: [] } }),
      '/workspaces/0/records/Nothing',
      'define the entity',
    ],
    [
      'a record that is not valid',
      definition({ records: { Thing: [{ note: 1 }] } }),
      '/workspaces/0/records/Thing/0/note',
      'must be text',
    ],
  ])('refuses %s, and says what to change', async (_title, value, path, message) => {
    await expectRefusal(value, path, message);
  });

  const bounds = (...list: readonly (readonly [string, number?])[]) =>
    list.map(([type, value]) => (value === undefined ? { type } : { type, value }));
  it.each([
    [{ type: 'INTEGER', constraints: bounds(['MIN', 10], ['MAX', 6]) }, 1, 'MIN 10 is greater than MAX 6'],
    [{ type: 'DECIMAL', constraints: bounds(['MAX', 1], ['MIN', 1.5]) }, 1, 'MIN 1.5 is greater than MAX 1'],
    [{ type: 'INTEGER', constraints: bounds(['MIN', 0.2], ['MAX', 0.8]) }, 1, 'satisfies both MIN 0.2 and MAX 0.8'],
    [{ type: 'INTEGER', constraints: bounds(['MAX', 0], ['POSITIVE']) }, 1, 'satisfies both MAX 0 and POSITIVE'],
    [{ type: 'DECIMAL', constraints: bounds(['POSITIVE_OR_ZERO'], ['NEGATIVE']) }, 1, 'POSITIVE_OR_ZERO and NEGATIVE'],
    [
      { constraints: bounds(['NOT_BLANK'], ['MIN_LENGTH', 7], ['MAX_LENGTH', 5]) },
      2,
      'MIN_LENGTH 7 is greater than MAX_LENGTH 5',
    ],
    [{ constraints: bounds(['MAX_LENGTH', 0], ['NOT_BLANK']) }, 1, 'satisfies both MAX_LENGTH 0 and NOT_BLANK'],
    [
      { length: 20, constraints: bounds(['MIN_LENGTH', 21]) },
      0,
      'MIN_LENGTH 21 is greater than the length of the column, 20',
    ],
    [{ constraints: bounds(['MIN_LENGTH', 256]) }, 0, 'the length of the column, 255'],
    [{ type: 'INTEGER', constraints: bounds(['MIN', 1e17]) }, 0, 'MIN 100000000000000000 is beyond the numbers'],
  ])('refuses %j, for which no value is possible', async (column, index, message) => {
    await expectRefusal(withColumn(column), `${place}/constraints/${index}`, `${message}`);
    await expectRefusal(withColumn(column), `${place}/constraints/${index}`, 'so no value is possible');
  });

  it.each([
    [{ type: 'INTEGER', constraints: bounds(['MIN', 6], ['MAX', 6], ['POSITIVE']) }],
    [{ type: 'INTEGER', constraints: bounds(['POSITIVE_OR_ZERO'], ['NEGATIVE_OR_ZERO']) }],
    [{ type: 'DECIMAL', constraints: bounds(['POSITIVE'], ['MAX', 0.01]) }],
    [{ length: 20, constraints: bounds(['MIN_LENGTH', 20], ['MAX_LENGTH', 300]) }],
  ])('accepts %j, for which one value is possible', async (column) => {
    await expect(parseDefinition(withColumn(column))).resolves.toBeDefined();
  });

  it('says where by names, and what a misspelled name may stand for', async () => {
    const animal = { name: 'Animal', table: 'animals', columns: [{ name: 'kind', type: 'TEXT' }] };
    const visit = (column: object) => ({
      name: 'Visit',
      table: 'visits',
      columns: [{ name: 'when', type: 'DATE' }, column],
    });
    const messageOf = async (column: object, others: readonly object[] = []): Promise<unknown> => {
      const workspaces = [{ slug: 'clinic', mode: 'ACTIVE', entities: [animal, visit(column)] }, ...others];
      return parseDefinition({ organization: 'acme', workspaces }).catch((error: Error) => error.message);
    };
    const at = 'definition at /workspaces/0/entities/1/columns/1';
    expect(await messageOf({ name: 'neutered', type: 'BOOL' })).toBe(
      `${at}/type (column neutered of Visit): must be one of TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, TIMESTAMP`,
    );
    expect(await messageOf({ name: 'room', type: 'INTEGER', nulable: false })).toBe(
      `${at} (column room of Visit): has no member "nulable"; did you mean "nullable"?`,
    );
    expect(await messageOf({ name: 'room', type: 'INTEGER', colour: 'red' })).toContain(
      '"colour"; remove or correct it',
    );
    expect(await messageOf({ name: 'room', type: 'INTEGER', references: 'animals' })).toContain(
      'this workspace has no entity "animals"; did you mean "Animal"?',
    );
    expect(await messageOf({ name: 'room', type: 'INTEGER', example: {} })).toBe(
      `${at}/example (column room of Visit): must be a string or a number or a boolean`,
    );
    const shop = { slug: 'shop', mode: 'ACTIVE', entities: [] };
    expect(await messageOf({ name: 'room', type: 'DATE', constraints: [{ type: 'MIN', value: 1 }] }, [shop])).toBe(
      `${at}/constraints/0/type (constraint MIN of room of Visit in clinic): MIN cannot be used on a DATE column`,
    );
  });

  it('lists every mistake', async () => {
    const columns = [{ name: 'a', type: 'BOOL' }, { name: 'b', type: 'TEXT', uniqe: true }, { type: 'TEXT' }];
    await expect(parseDefinition(definition({ columns, keys: [{ ...key, key: 'short' }] }))).rejects.toMatchObject({
      path: '/workspaces/0/entities/0/columns/0/type',
      message: `the definition has 4 mistakes
  /workspaces/0/entities/0/columns/0/type (column a of Thing): must be one of TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, TIMESTAMP
  /workspaces/0/entities/0/columns/1 (column b of Thing): has no member "uniqe"; did you mean "unique"?
  /workspaces/0/entities/0/columns/2 (entity Thing): must have required property 'name'
  /workspaces/0/keys/0/key (key main): must NOT have fewer than 16 characters`,
    });
    const contradictory = ['a', 'b'].map((name) => ({ name, type: 'TEXT', scale: 1, references: 'Thing' }));
    await expect(parseDefinition(definition({ columns: contradictory }))).rejects.toThrow('has 4 mistakes');
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `c${index}`, type: 'TEXT', scale: 1 }));
    await expect(parseDefinition(definition({ columns: many }))).rejects.toThrow(
      /has 30 mistakes[^]*c19[^]*and 10 more$/,
    );
    const records = { Thing: [{ note: 1 }, { note: 2 }], Nothing: [] };
    await expect(parseDefinition(definition({ records }))).rejects.toThrow('has 3 mistakes');
  });

  it('refuses two workspaces with the same slug, and two tables with the same name', async () => {
    const [workspace] = demoDefinition.workspaces;
    const second = { slug: workspace?.slug, mode: 'ACTIVE', entities: [], keys: [] };
    await expectRefusal({ ...demoDefinition, workspaces: [workspace, second] }, '/workspaces/1/slug', 'twice');
    const columns = [{ name: 'note', type: 'TEXT' }];
    const entities = ['Thing', 'Other'].map((name, index) => ({
      name,
      table: index === 0 ? 'things' : 'Things',
      columns,
    }));
    await expectRefusal(definition({ entities }), '/workspaces/0/entities/1/table', 'twice');
  });

  it('refuses records that the database would refuse', async () => {
    const columns = [
      { name: 'code', type: 'TEXT', unique: true },
      { name: 'parent', type: 'INTEGER', references: 'Thing' },
    ];
    await expectRefusal(
      definition({ columns, records: { Thing: [{ code: 'a' }, { code: 'A' }, { code: 'a' }] } }),
      '/workspaces/0/records/Thing/2/code',
      'twice',
    );
    await expectRefusal(
      definition({ columns, records: { Thing: [{ parent: 2 }] } }),
      '/workspaces/0/records/Thing/0/parent',
      'no Thing with the id 2',
    );
  });

  it('does not repeat a key in its message', async () => {
    await expect(parseDefinition(definition({ keys: [key, { ...key, name: 'other' }] }))).rejects.toMatchObject({
      message: expect.not.stringContaining(key.key),
    });
  });
});

async function expectRefusal(value: unknown, path: string, message: string): Promise<void> {
  await expect(parseDefinition(value)).rejects.toBeInstanceOf(DefinitionError);
  await expect(parseDefinition(value)).rejects.toMatchObject({ path, message: expect.stringContaining(message) });
}
