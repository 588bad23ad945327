import type { ColumnDefinition, ColumnType, EntityDefinition } from '../workspace/index.ts';
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
  const length = column.type === 'TEXT' ? ` of at most ${maximumLength(column)} characters` : '';
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${length}`;
}
