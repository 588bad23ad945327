import fc from 'fast-check';

import type { ColumnDefinition, ColumnType, EntityDefinition } from '../../src/workspace/index.ts';

const TYPES: readonly ColumnType[] = ['TEXT', 'INTEGER', 'DECIMAL', 'BOOLEAN', 'DATE', 'TIMESTAMP'];

/** Names that some tool or language treats in a special way, and names that look like those of generated types. */
const ENTITY_NAMES = [
  ...['Ticket', 'Agent', 'order', 'snake_case', 'XRecord', 'NewX', 'X', 'XChanges', 'Workspace', 'string', 'type'],
  ...['data', 'error', 'Record', 'toString', 'constructor', 'then', '__proto__', 'GET', 'prototype', 'never', '_'],
];
const COLUMN_NAMES = [
  ...[
    'title',
    'name',
    'ticket_id',
    'agent_id',
    'agent',
    'snake_case',
    'order',
    'orders',
    'data',
    'error',
    'body',
    'entityName',
  ],
  ...[
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    'toLocaleString',
    'propertyIsEnumerable',
    'then',
    'length',
  ],
  ...['prototype', 'default', 'class', 'filter', 'sort', 'fields', 'expand', 'page', 'size', 'a', '_id', 'like'],
];

/** Entities of a valid definition: references to each other and to themselves, and names that some tools cannot cope with. */
export const arbitraryEntities: fc.Arbitrary<readonly EntityDefinition[]> = fc
  .uniqueArray(fc.constantFrom(...ENTITY_NAMES), { minLength: 1, maxLength: 3 })
  .chain((names) => fc.tuple(...names.map((name, index) => arbitraryEntity(name, `table_${index}`, names))));

function arbitraryEntity(name: string, table: string, names: readonly string[]): fc.Arbitrary<EntityDefinition> {
  return fc
    .uniqueArray(fc.constantFrom(...COLUMN_NAMES), { minLength: 1, maxLength: 4 })
    .chain((columns) => fc.tuple(...columns.map((column) => arbitraryColumn(column, names))))
    .map((columns) => ({ name, table, columns }));
}

function arbitraryColumn(name: string, entities: readonly string[]): fc.Arbitrary<ColumnDefinition> {
  const description = fc.option(fc.constantFrom('Words.', 'Two\nlines', '*/ } {', '@deprecated no'), {
    nil: undefined,
  });
  const facts = fc.record({ nullable: fc.boolean(), unique: fc.boolean(), description });
  const reference = fc.constantFrom(...entities).map((references) => ({ type: 'INTEGER', references }) as const);
  const value = fc.constantFrom(...TYPES).map((type) => ({ type }));
  return fc.tuple(facts, fc.oneof(reference, value, value)).map(([{ description: words, ...rest }, type]) => ({
    name,
    ...type,
    ...rest,
    ...(words === undefined ? {} : { description: words }),
  }));
}
