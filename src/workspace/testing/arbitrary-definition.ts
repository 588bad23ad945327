import type { Arbitrary } from 'fast-check';
import { array, boolean, constantFrom, integer, record, sample, shuffledSubarray, tuple } from 'fast-check';

import type { ColumnConstraint } from '../constraint.ts';
import type { ColumnDefinition, ColumnType, Definition, EntityDefinition } from '../definition.ts';
import { exampleValue } from '../example/example-value.ts';

/** Names that programs and databases treat specially, and ordinary ones. */
const ENTITIES = [
  'Ticket',
  'Agent',
  'order',
  'data',
  'error',
  'Record',
  'toString',
  'snake_case',
  'NewTicket',
  'A',
  'then',
  'valueOf',
];
const COLUMNS = [
  'title',
  'name',
  'order',
  'data',
  'error',
  'Record',
  'toString',
  'snake_case',
  'true',
  'body',
  'A1',
  'length',
  'fields',
];

/** Regular expressions, each with a text that it matches. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[A-Z]{2}-\\d+$': 'AB-12',
  '\\S': 'x',
  '^(draft|open|closed)$': 'open',
  '^\\p{L}+$': 'Zoë',
};

/** Returns definitions of one workspace whose entities use every type, constraint and kind of reference; the same ones on every call. */
export function arbitraryDefinitions(count: number, seed = 1): readonly Definition[] {
  return sample(definitions, { numRuns: count, seed });
}

const numberConstraints: Arbitrary<readonly ColumnConstraint[]> = constantFrom<readonly ColumnConstraint[]>(
  [],
  [{ type: 'MIN', value: 2 }],
  [
    { type: 'MIN', value: -5 },
    { type: 'MAX', value: 5 },
  ],
  [{ type: 'POSITIVE' }],
  [{ type: 'NEGATIVE' }],
  [{ type: 'POSITIVE_OR_ZERO' }, { type: 'MAX', value: 100, message: 'is too much' }],
  [{ type: 'NEGATIVE_OR_ZERO' }, { type: 'MIN', value: -1 }],
);

const textConstraints: Arbitrary<readonly ColumnConstraint[]> = constantFrom<readonly ColumnConstraint[]>(
  [],
  [{ type: 'NOT_BLANK' }],
  [
    { type: 'MIN_LENGTH', value: 3 },
    { type: 'MAX_LENGTH', value: 20 },
  ],
  [{ type: 'EMAIL' }],
  [{ type: 'URL', message: 'is no address' }],
  ...Object.keys(PATTERNS).map((value): readonly ColumnConstraint[] => [
    { type: 'PATTERN', value },
    { type: 'MAX_LENGTH', value: 50 },
  ]),
);

const columnParts = record({
  type: constantFrom<ColumnType>('TEXT', 'TEXT', 'INTEGER', 'DECIMAL', 'BOOLEAN', 'DATE', 'TIMESTAMP'),
  nullable: constantFrom(true, false, undefined),
  unique: boolean(),
  length: constantFrom(undefined, 40, 1000),
  scale: constantFrom(undefined, 0, 4),
  description: constantFrom(undefined, 'What it is.', 'Ends a comment: */ and has a `backtick`.'),
  onText: textConstraints,
  onNumber: numberConstraints,
  references: integer({ min: -8, max: 3 }),
});

const entityParts = tuple(
  shuffledSubarray(COLUMNS, { minLength: 1, maxLength: 8 }),
  array(columnParts, { minLength: 8, maxLength: 8 }),
);

const definitions: Arbitrary<Definition> = tuple(
  shuffledSubarray(ENTITIES, { minLength: 1, maxLength: 5 }),
  array(entityParts, { minLength: 5, maxLength: 5 }),
).map(([chosen, parts]) => {
  // Names that differ only by case are refused.
  const names = chosen.filter(
    (name, index) => chosen.findIndex((each) => each.toLowerCase() === name.toLowerCase()) === index,
  );
  return {
    organization: 'acme',
    workspaces: [
      {
        slug: 'random',
        mode: 'ACTIVE',
        entities: names.map((name, index) => entityOf(name, names, parts[index])),
        keys: [{ name: 'readWrite', key: 'sk_test_random_read_write', permission: 'READ_WRITE' }],
      },
    ],
  };
});

type Parts = typeof columnParts extends Arbitrary<infer Value> ? Value : never;

function entityOf(
  name: string,
  names: readonly string[],
  parts: readonly [readonly string[], readonly Parts[]] | undefined,
): EntityDefinition {
  const [columns = [], kinds = []] = parts ?? [];
  return {
    name,
    table: `${name.toLowerCase()}_rows`,
    columns: columns.flatMap((column, index) => {
      const kind = kinds[index];
      return kind === undefined ? [] : [columnOf(column, kind, names)];
    }),
  };
}

function columnOf(name: string, parts: Parts, names: readonly string[]): ColumnDefinition {
  const { type, nullable, unique, length, scale, description, onText, onNumber } = parts;
  const references = names[parts.references];
  const common = {
    name,
    ...(nullable === undefined ? {} : { nullable }),
    ...(description === undefined ? {} : { description }),
  };
  // A reference that is not nullable could only be filled in a certain order, and never to the entity itself.
  if (references !== undefined) return { ...common, name: `${name}_id`, type: 'INTEGER', references, nullable: true };
  if (type === 'TEXT')
    return withExample({ ...common, type, unique, ...(length === undefined ? {} : { length }), constraints: onText });
  if (type === 'DECIMAL') return { ...common, type, ...(scale === undefined ? {} : { scale }), constraints: onNumber };
  if (type === 'INTEGER') return { ...common, type, unique, constraints: onNumber };
  return { ...common, type };
}

function withExample(column: ColumnDefinition): ColumnDefinition {
  const example = exampleValue(column, (pattern) => [PATTERNS[pattern] ?? '']);
  const isFound = typeof example === 'string' && column.constraints?.some(({ type }) => type === 'PATTERN');
  return isFound === true ? { ...column, example } : column;
}
