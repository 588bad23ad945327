import type { ColumnConstraint, ColumnDefinition, ColumnType } from '../workspace/portable/index.ts';
import { maximumLength, maximumNumber, scaleOf } from '../workspace/portable/index.ts';
import type { JsonObject } from './json.ts';

/** Returns the JSON Schema of a column's values. It says whatever a keyword of JSON Schema says in exactly the same way. */
export function columnSchema(column: ColumnDefinition, example: unknown): JsonObject {
  const { type, ...keywords } = typeKeywords[column.type](column);
  const merged = withOneLimit((column.constraints ?? []).reduce(withConstraint, keywords));
  const description = [column.description, ...remarks(column)].filter((each) => each !== undefined).join(' ');
  return {
    type: column.nullable === false ? type : [type, 'null'],
    ...(description === '' ? {} : { description }),
    ...merged,
    ...(isExample(example) ? { examples: [example] } : {}),
  };
}

type Keywords = JsonObject & { readonly type: string };

const typeKeywords: Readonly<Record<ColumnType, (column: ColumnDefinition) => Keywords>> = {
  TEXT: (column) => ({ type: 'string', maxLength: maximumLength(column) }),
  INTEGER: (column) => ({ type: 'integer', ...range(column) }),
  DECIMAL: (column) => ({ type: 'number', ...range(column) }),
  BOOLEAN: () => ({ type: 'boolean' }),
  DATE: () => ({ type: 'string', format: 'date' }),
  TIMESTAMP: () => ({ type: 'string', format: 'date-time' }),
};

function range(column: ColumnDefinition): JsonObject {
  return { minimum: -maximumNumber(column), maximum: maximumNumber(column) };
}

/** Adds the keyword of a constraint. Of two limits, the stricter one counts. */
function withConstraint(schema: JsonObject, { type, value }: ColumnConstraint): JsonObject {
  switch (type) {
    case 'NOT_BLANK':
      return withPattern(schema, '\\S');
    case 'PATTERN':
      return withPattern(schema, String(value));
    case 'MIN_LENGTH':
      return { ...schema, minLength: Math.max(Number(schema.minLength ?? 0), Number(value)) };
    case 'MAX_LENGTH':
      return { ...schema, maxLength: Math.min(Number(schema.maxLength), Number(value)) };
    case 'EMAIL':
      return { ...schema, format: 'email' };
    case 'URL':
      return { ...schema, format: 'uri' };
    case 'MIN':
      return { ...schema, minimum: Math.max(Number(schema.minimum), Number(value)) };
    case 'MAX':
      return { ...schema, maximum: Math.min(Number(schema.maximum), Number(value)) };
    case 'POSITIVE':
      return { ...schema, exclusiveMinimum: 0 };
    case 'NEGATIVE':
      return { ...schema, exclusiveMaximum: 0 };
    case 'POSITIVE_OR_ZERO':
      return { ...schema, minimum: Math.max(Number(schema.minimum), 0) };
    case 'NEGATIVE_OR_ZERO':
      return { ...schema, maximum: Math.min(Number(schema.maximum), 0) };
  }
}

/** Removes the weaker of two lower or two upper limits. */
function withOneLimit({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, ...others }: JsonObject): JsonObject {
  const isAbove = exclusiveMinimum === undefined || Number(minimum) > Number(exclusiveMinimum);
  const isBelow = exclusiveMaximum === undefined || Number(maximum) < Number(exclusiveMaximum);
  return {
    ...others,
    ...(isAbove ? definedOnly({ minimum }) : { exclusiveMinimum }),
    ...(isBelow ? definedOnly({ maximum }) : { exclusiveMaximum }),
  };
}

function definedOnly(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A schema has one `pattern`, so further ones go to `allOf`. */
function withPattern(schema: JsonObject, pattern: string): JsonObject {
  if (schema.pattern === undefined) return { ...schema, pattern };
  const others = Array.isArray(schema.allOf) ? schema.allOf : [];
  return { ...schema, allOf: [...others, { pattern }] };
}

/** What no keyword says. */
function remarks(column: ColumnDefinition): readonly string[] {
  return [
    ...(column.references === undefined ? [] : [`The id of a record of ${column.references}.`]),
    ...(column.type === 'DECIMAL' ? [`At most ${scaleOf(column)} decimal places.`] : []),
    ...(column.unique === true ? ['No two records have the same value.'] : []),
  ];
}

function isExample(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
