import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../../src/workspace/index.ts';
import { allRelationsOf } from '../../src/workspace/index.ts';

type Workspace = Pick<WorkspaceDefinition, 'entities'>;

/** For each column type: the type of its values, a value, and a value of another type. */
const values = {
  TEXT: ['string', `'text'`, '7'],
  INTEGER: ['number', '7', `'7'`],
  DECIMAL: ['number', '1.5', `'1.5'`],
  BOOLEAN: ['boolean', 'true', `'true'`],
  DATE: ['string', `'2026-11-23'`, '2026'],
  TIMESTAMP: ['string', `'2026-11-23T10:00:00Z'`, '2026'],
} as const;

/** Deeper than the server goes. */
const SIX_NAMES = 'a.b.c.d.e.f';

/**
 * Returns a module that compiles only if the client, with the generated types of a workspace, accepts what its definition allows and
 * rejects everything else. Each `@ts-expect-error` precedes one line that must not compile.
 * @param client the module that the client is imported from
 * @param types the module with the generated types
 */
export function workspaceTypeTests(workspace: Workspace, client: string, types: string): string {
  return [
    `import type { ApiErrorOf, Client, WorkspaceClient } from '${client}';`,
    `import { bulkOutcomes, createClient, eachPage, eachRecord, entity, isApiError, unwrap } from '${client}';`,
    `import type { Workspace } from '${types}';`,
    'type Equal<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;',
    'const equal = <_Fact extends true>(): void => undefined;',
    `const client = createClient<Workspace>({ baseUrl: 'http://localhost' });`,
    'equal<Equal<typeof client, WorkspaceClient<Workspace>>>();',
    '// @ts-expect-error a comparison that could not fail would prove nothing',
    'equal<Equal<typeof client, Client>>();',
    `equal<Equal<keyof Workspace, ${union(workspace.entities.map(({ name }) => name))}>>();`,
    'export async function names(anything: string): Promise<void> {',
    ...refused('the name is unknown', `await client.getRecord({ entityName: 'No entity', id: 1 });`),
    ...refused('a string may be any name', `await client.getRecord({ entityName: anything, id: 1 });`),
    '}',
    ...workspace.entities.flatMap((entity, index) => [
      `export async function test${index}(): Promise<void> {`,
      `const bound = entity(client, '${entity.name}');`,
      ...bodies(entity),
      ...filters(entity),
      ...fields(entity),
      ...expansions(workspace, entity),
      ...errors(workspace, entity),
      '}',
    ]),
  ].join('\n');
}

function bodies({ name, columns }: EntityDefinition): readonly string[] {
  const named = `entityName: '${name}'`;
  const create = (members: string): string => `await client.createRecord({ ${named}, body: { ${members} } });`;
  const update = (members: string): string => `await client.updateRecord({ ${named}, id: 1, body: { ${members} } });`;
  const required = columns.filter(isRequired);
  const all = membersOf(required);
  return [
    create(all),
    create(membersOf(columns)),
    update(''),
    update(membersOf(columns)),
    `await bound.createRecord({ body: { ${all} } });`,
    `await client.bulkCreateRecords({ ${named}, body: [{ ${all} }] });`,
    `await bound.bulkUpdateRecords({ body: [{ id: 1, ${all} }] });`,
    `await client.bulkDeleteRecords({ ${named}, body: [1] });`,
    ...refused('an item needs its id', `await client.bulkUpdateRecords({ ${named}, body: [{ ${all} }] });`),
    ...refused('the id is generated', create(`id: 1, ${all}`)),
    ...refused('there is no such column', create(`no_column: 1, ${all}`)),
    ...refused('there is no such column', update('no_column: 1')),
    ...columns.flatMap((column) => {
      const others = membersOf(required.filter((each) => each !== column));
      const wrong = values[column.type][2];
      const withNull = [create(`${column.name}: null, ${others}`), update(`${column.name}: null`)];
      return [
        ...refused('the value has another type', update(`${column.name}: ${wrong}`)),
        ...(isRequired(column)
          ? [
              ...refused('the column is missing', create(others)),
              ...withNull.flatMap((line) => refused('not null', line)),
            ]
          : withNull),
      ];
    }),
  ];
}

function filters({ name, columns }: EntityDefinition): readonly string[] {
  const list = (query: string): string => `await client.listRecords({ entityName: '${name}', ${query} });`;
  const filter = (member: string): string => list(`filter: { ${member} }`);
  return [
    list(`sort: 'id,desc', page: 1, size: 5, filter: { 'id.in': [1, 2] }`),
    ...refused('there is no such column', list(`sort: 'no_column,asc'`)),
    ...refused('there is no such column', filter('no_column: 1')),
    ...columns.flatMap(({ name: column, type }) => {
      const [, value, wrong] = values[type];
      return [
        list(`sort: '${column},asc', filter: { '${column}.gte': ${value}, '${column}.isNull': false }`),
        filter(`'${column}.in': [${value}], ${column in {} ? '' : `${column}: ${value}`}`),
        ...refused('there is no such direction', list(`sort: '${column},down'`)),
        ...refused('the value has another type', filter(`'${column}.neq': ${wrong}`)),
        ...refused('null would leave the filter out', filter(`'${column}.eq': null`)),
        ...(type === 'TEXT'
          ? [filter(`'${column}.like': 'a'`)]
          : refused('only text has parts', filter(`'${column}.like': 'a'`))),
      ];
    }),
  ];
}

function fields(entity: EntityDefinition): readonly string[] {
  const { name, columns } = entity;
  const get = (query: string): string => `unwrap(client.getRecord({ entityName: '${name}', id: 1, ${query} }))`;
  const all = `{ readonly id: number; ${columns.map(memberType).join('; ')} }`;
  return [
    `equal<Equal<Workspace['${name}']['record'], ${all}>>();`,
    ...refused('there is no such column', `await ${get(`fields: ['no_column']`)};`),
    ...columns.map((column, index) =>
      [
        `const field${index} = await ${get(`fields: ['${column.name}']`)};`,
        `equal<Equal<typeof field${index}.data, { readonly id: number; ${memberType(column)} }>>();`,
      ].join('\n'),
    ),
    `for await (const record of eachRecord(client, { entityName: '${name}', sort: 'id,asc' })) equal<Equal<typeof record, Workspace['${name}']['record']>>();`,
    `for await (const { data } of eachPage(client, { entityName: '${name}', fields: ['id'] })) equal<Equal<typeof data, readonly { readonly id: number }[]>>();`,
    ...refused('there is no such column', `eachRecord(client, { entityName: '${name}', sort: 'no_column,asc' });`),
  ];
}

function expansions(workspace: Workspace, entity: EntityDefinition): readonly string[] {
  const get = (path: string, more = ''): string => `unwrap(bound.getRecord({ id: 1, expand: ['${path}']${more} }))`;
  return [
    ...refused('there is no such relation', `await ${get('no_relation')};`),
    ...refused('the path is too long', `await ${get(SIX_NAMES)};`),
    ...allRelationsOf(workspace, entity).flatMap((relation, index) => {
      const target = `Workspace['${relation.entity.name}']['record']`;
      const column = entity.columns.find(({ name }) => name === relation.column);
      const shown = (type: string): string =>
        relation.many ? `readonly ${type}[]` : column && isRequired(column) ? type : `${type} | null`;
      const [deeper] = allRelationsOf(workspace, relation.entity);
      return [
        `const related${index} = await ${get(relation.name)};`,
        `equal<Equal<typeof related${index}.data.${relation.name}, ${shown(target)}>>();`,
        `const few${index} = await ${get(relation.name, `, fields: ['${relation.name}.id']`)};`,
        `equal<Equal<typeof few${index}.data, { readonly id: number; readonly ${relation.name}: ${shown('{ readonly id: number }')} }>>();`,
        ...refused('there is no such relation', `await ${get(`${relation.name}.no_relation`)};`),
        ...(deeper === undefined ? [] : [`await ${get(`${relation.name}.${deeper.name}`)};`]),
      ];
    }),
  ];
}

function errors(workspace: Workspace, { name, columns }: EntityDefinition): readonly string[] {
  const column = (names: readonly string[]): string => (names.length === 0 ? 'string' : union(names));
  const unique = column(columns.flatMap((each) => (each.unique === true ? [each.name] : [])));
  const references = column(columns.flatMap((each) => (each.references === undefined ? [] : [each.name])));
  const others = workspace.entities.flatMap((entity) => entity.columns);
  const referencing = column(others.flatMap((each) => (each.references === name ? [each.name] : [])));
  const field = `${union(['id', ...columns.map((each) => each.name)])} | (string & {})`;
  return [
    `const created = await bound.createRecord({ body: { ${membersOf(columns)} } });`,
    'if (!created.ok) {',
    'const { error } = created;',
    `if (error.name === 'ApiError') equal<Equal<typeof error.code, ApiErrorOf<'createRecord'>['code']>>();`,
    `if (error.code === 'VALIDATION_ERROR') equal<Equal<(typeof error.details)[number]['field'], ${field}>>();`,
    `if (isApiError(error, 'VALIDATION_ERROR')) equal<Equal<(typeof error.details)[number]['field'], ${field}>>();`,
    `if (error.code === 'UNIQUE_CONSTRAINT_VIOLATION') equal<Equal<typeof error.values.column, ${unique} | undefined>>();`,
    `if (error.code === 'FOREIGN_KEY_VIOLATION') equal<Equal<typeof error.values.column, ${references} | undefined>>();`,
    `if (error.code === 'UNAUTHORIZED') equal<Equal<typeof error.status, 401>>();`,
    '}',
    'const deleted = await bound.deleteRecord({ id: 1 });',
    `if (!deleted.ok && deleted.error.code === 'FOREIGN_KEY_VIOLATION') equal<Equal<typeof deleted.error.values.column, ${referencing} | undefined>>();`,
    `const batch = await unwrap(bound.bulkCreateRecords({ body: [{ ${membersOf(columns)} }] }));`,
    `for (const outcome of bulkOutcomes([1], batch)) {`,
    `if (!outcome.ok && outcome.error.code === 'UNIQUE_CONSTRAINT_VIOLATION') equal<Equal<typeof outcome.error.values.column, ${unique} | undefined>>();`,
    `if (!outcome.ok && outcome.error.code === 'VALIDATION_ERROR') equal<Equal<(typeof outcome.error.details)[number]['field'], ${field}>>();`,
    '}',
  ];
}

function isRequired({ nullable }: ColumnDefinition): boolean {
  return nullable === false;
}

function memberType(column: ColumnDefinition): string {
  return `readonly ${column.name}: ${values[column.type][0]}${isRequired(column) ? '' : ' | null'}`;
}

function membersOf(columns: readonly ColumnDefinition[]): string {
  return columns.map(({ name, type }) => `${name}: ${values[type][1]}`).join(', ');
}

function refused(why: string, line: string): readonly string[] {
  return [`// @ts-expect-error ${why}`, line];
}

function union(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `'${name}'`).join(' | ');
}
