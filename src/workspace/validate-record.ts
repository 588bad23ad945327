import type { ConstraintName, ErrorDetail, TemplateValues } from '../contract/index.ts';
import { contract, fillTemplate } from '../contract/index.ts';
import { columnTypes, maximumLength, maximumNumber } from './column-type.ts';
import type { ColumnConstraint } from './constraint.ts';
import { obeys, searchesText } from './constraint.ts';
import type { ColumnDefinition, EntityDefinition } from './definition.ts';
import { lengthOf } from './text.ts';

/**
 * Returns everything that is wrong with the values of a record: first in the order of the columns, then the unknown fields. On
 * `create`, every column that is not nullable is required; on `update`, only the fields that are present are validated. A field
 * `id` is invalid in both because ids are generated; a caller that accepts one removes it first.
 */
export function validateRecord(
  entity: EntityDefinition,
  values: Readonly<Record<string, unknown>>,
  purpose: 'create' | 'update',
): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  const fields = new Set(Object.keys(values));
  for (const column of entity.columns) {
    const isSent = fields.delete(column.name);
    if (isSent || purpose === 'create') details.push(...columnDetails(column, isSent ? values[column.name] : null));
  }
  for (const field of fields) {
    details.push(detail(field, field === 'id' ? 'GENERATED_FIELD' : 'UNKNOWN_FIELD', { entityName: entity.name }));
  }
  return details;
}

/** Returns everything that is wrong with a value of a column. */
export function columnDetails(column: ColumnDefinition, value: unknown): ErrorDetail[] {
  if (value === null || value === undefined) return column.nullable === false ? [detail(column.name, 'REQUIRED')] : [];
  const { words, accepts } = columnTypes[column.type];
  if (!accepts(value, column)) return [detail(column.name, 'TYPE', { type: words(column) })];
  const details = limitDetails(column, value);
  // A string that is too long is not searched, because the time that takes depends on its length.
  const isBeyond = details.length > 0;
  for (const constraint of column.constraints ?? []) {
    if (isBeyond && searchesText(constraint)) continue;
    if (!obeys(constraint, value)) details.push(constraintDetail(column.name, constraint));
  }
  return details;
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
  return { field, message: fillTemplate(contract.constraintMessages[name].template, { field, ...values }) };
}
