import type { ColumnConstraint, ColumnDefinition, ColumnType, EntityDefinition } from '../workspace/index.ts';
import { columnTypes, maximumLength } from '../workspace/index.ts';
import { docComment } from './doc-comment.ts';
import type { TypeNames } from './type-names.ts';

/** The types of values. Dates and timestamps are text, as in JSON. */
const valueTypes: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  INTEGER: 'number',
  DECIMAL: 'number',
  BOOLEAN: 'boolean',
  DATE: 'string',
  TIMESTAMP: 'string',
};

/**
 * Returns the types of an entity's records, new records and changes. They are type aliases, because an interface cannot be passed as
 * a `Record<string, unknown>`.
 */
export function recordTypes({ name, description, columns }: EntityDefinition, names: TypeNames): string {
  const members = (write: (column: ColumnDefinition) => string): string =>
    columns.map((column) => `${docComment(describe(column), '  ')}  readonly ${write(column)};\n`).join('');
  return `${docComment([description ?? `A record of ${name}, as the API returns it.`])}export type ${names.record} = {
  /** The generated id of the record. */
  readonly id: number;
${members((column) => `${column.name}: ${typeOf(column)}`)}};

/** The values of a new record of ${name}. */
export type ${names.create} = {
${members((column) => (column.nullable === false ? `${column.name}: ${typeOf(column)}` : optional(column)))}};

/** The changes of a record of ${name}. A column that is left out keeps its value. */
export type ${names.update} = {
${members(optional)}};
`;
}

function typeOf({ type, nullable }: ColumnDefinition): string {
  return `${valueTypes[type]}${nullable === false ? '' : ' | null'}`;
}

/** Leaving a column out and passing `undefined` are the same, because JSON has no `undefined`. */
function optional(column: ColumnDefinition): string {
  // Every object has a `toString`, and without this, no object without a column `toString` would fit.
  const inherited = column.name in {} ? ' | ((...values: never) => unknown)' : '';
  return `${column.name}?: ${typeOf(column)} | undefined${inherited}`;
}

/** What editors show for a column. */
function describe(column: ColumnDefinition): readonly (string | undefined)[] {
  const { description, example, unique, references } = column;
  const facts = [
    references === undefined ? valuesInWords(column) : `The id of a record of ${references}`,
    ...(column.constraints ?? []).filter(({ type }) => type !== 'MAX_LENGTH').map(rule),
    ...(unique === true ? ['Unique'] : []),
  ];
  return [
    description,
    facts.map((fact) => `${fact}.`).join(' '),
    example === undefined ? undefined : `@example ${JSON.stringify(example)}`,
  ];
}

function valuesInWords(column: ColumnDefinition): string {
  const words = columnTypes[column.type].words(column);
  const limits = (column.constraints ?? []).flatMap(({ type, value }) =>
    type === 'MAX_LENGTH' ? [Number(value)] : [],
  );
  const most = Math.min(maximumLength(column), ...limits);
  const length = column.type === 'TEXT' ? ` of at most ${most} character${most === 1 ? '' : 's'}` : '';
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${length}`;
}

/** Returns what a constraint requires. A value that breaks it compiles, because TypeScript has no type for it. */
function rule({ type, value }: ColumnConstraint): string {
  return rules[type](String(value));
}

const rules = {
  NOT_BLANK: () => 'Not blank',
  MIN_LENGTH: (value) => `At least ${value} character${value === '1' ? '' : 's'}`,
  MAX_LENGTH: (value) => `At most ${value} characters`,
  PATTERN: (value) => `Matches \`${value}\``,
  EMAIL: () => 'An e-mail address',
  URL: () => 'A URL',
  MIN: (value) => `At least ${value}`,
  MAX: (value) => `At most ${value}`,
  POSITIVE: () => 'Greater than 0',
  NEGATIVE: () => 'Less than 0',
  POSITIVE_OR_ZERO: () => 'At least 0',
  NEGATIVE_OR_ZERO: () => 'At most 0',
} as const satisfies Readonly<Record<ColumnConstraint['type'], (value: string) => string>>;
