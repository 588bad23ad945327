import type { ConstraintName, ErrorDetail, TemplateValues } from '../contract/index.ts';
import { constraintMessages, fillTemplate } from '../contract/index.ts';
import { columnTypes, maximumLength, maximumNumber } from './column-type.ts';
import type { ColumnConstraint } from './constraint.ts';
import { obeys, searchesText } from './constraint.ts';
import type { ColumnDefinition, EntityDefinition } from './definition.ts';
import { lengthOf } from './text.ts';

/**
 * Tells everything that is wrong with the values of a record: in the order of the columns, then the fields that are none. On
 * `create` every column that is not nullable must be there; on `update` only the fields that are sent are judged.
 * `id` is generated, so it is wrong in both: a caller who accepts one strips it first.
 */
export function validateRecord(
  entity: EntityDefinition,
  values: Readonly<Record<string, unknown>>,
  purpose: 'create' | 'update',
): ErrorDetail[] {
  const columns = new Set(entity.columns.map(({ name }) => name));
  return [
    ...entity.columns
      .filter(({ name }) => purpose === 'create' || Object.hasOwn(values, name))
      .flatMap((column) => columnDetails(column, Object.hasOwn(values, column.name) ? values[column.name] : null)),
    ...Object.keys(values)
      .filter((field) => !columns.has(field))
      .map((field) => detail(field, field === 'id' ? 'GENERATED_FIELD' : 'UNKNOWN_FIELD', { entityName: entity.name })),
  ];
}

function columnDetails(column: ColumnDefinition, value: unknown): ErrorDetail[] {
  if (value === null || value === undefined) return column.nullable === false ? [detail(column.name, 'REQUIRED')] : [];
  const { words, accepts } = columnTypes[column.type];
  if (!accepts(value, column)) return [detail(column.name, 'TYPE', { type: words(column) })];
  const limits = limitDetails(column, value);
  const constraints = (column.constraints ?? [])
    // A text that is too long is not searched: its length decides how long that takes.
    .filter((constraint) => limits.length === 0 || !searchesText(constraint))
    .filter((constraint) => !obeys(constraint, value))
    .map((constraint) => constraintDetail(column.name, constraint));
  return [...limits, ...constraints];
}

function limitDetails(column: ColumnDefinition, value: unknown): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  if (typeof value === 'string') {
    const max = maximumLength(column);
    if (value.includes('\0')) details.push(detail(column.name, 'NUL_CHARACTER'));
    if (column.type === 'TEXT' && lengthOf(value) > max) details.push(detail(column.name, 'LENGTH', { max }));
  }
  if (typeof value === 'number') {
    const max = maximumNumber(column);
    if (Math.abs(value) > max) details.push(detail(column.name, 'INTEGER_RANGE', { min: -max, max }));
  }
  return details;
}

function constraintDetail(field: string, { type, value = '', message }: ColumnConstraint): ErrorDetail {
  return message === undefined ? detail(field, type, { min: value, max: value, pattern: value }) : { field, message };
}

function detail(field: string, name: ConstraintName, values: TemplateValues = {}): ErrorDetail {
  return { field, message: fillTemplate(constraintMessages[name].template, { field, ...values }) };
}
