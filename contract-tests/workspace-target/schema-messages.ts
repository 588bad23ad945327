import type { ErrorObject } from 'ajv';

import type { ConstraintName, TemplateValues } from '../../src/contract/index.ts';
import { contract, fillTemplate } from '../../src/contract/index.ts';
import type { ColumnConstraint, ColumnDefinition } from '../../src/workspace/index.ts';
import { columnTypes, maximumLength, maximumNumber } from '../../src/workspace/index.ts';

/** Returns the contract's or the definition's message for an error that a JSON Schema validator reports about a column. */
export function messageOf(column: ColumnDefinition, { keyword, params, data }: ErrorObject): string | undefined {
  const limit: unknown = params.limit;
  const declared = (type: string, value?: unknown): ColumnConstraint | undefined =>
    column.constraints?.find((each) => each.type === type && (value === undefined || each.value === value));
  const of = (constraint: ColumnConstraint | undefined): string | undefined => {
    if (constraint === undefined) return undefined;
    const { type, value = '', message } = constraint;
    return message ?? words(type, { min: value, max: value, pattern: value });
  };
  switch (keyword) {
    case 'type':
      return data === null ? words('REQUIRED', { field: column.name }) : typeWords(column);
    case 'x-scale':
      return typeWords(column);
    case 'format':
      return of(declared('EMAIL') ?? declared('URL')) ?? typeWords(column);
    case 'pattern':
      return of(
        params.pattern === '\\S' ? (declared('NOT_BLANK') ?? declared('PATTERN')) : declared('PATTERN', params.pattern),
      );
    case 'minLength':
      return of(declared('MIN_LENGTH', limit));
    case 'maxLength':
      return of(declared('MAX_LENGTH', limit)) ?? words('LENGTH', { max: maximumLength(column) });
    case 'minimum':
      return of(declared('MIN', limit) ?? declared('POSITIVE_OR_ZERO')) ?? rangeWords(column);
    case 'maximum':
      return of(declared('MAX', limit) ?? declared('NEGATIVE_OR_ZERO')) ?? rangeWords(column);
    case 'exclusiveMinimum':
      return of(declared('POSITIVE'));
    case 'exclusiveMaximum':
      return of(declared('NEGATIVE'));
    default:
      return undefined;
  }
}

function words(name: ConstraintName, values: TemplateValues): string {
  return fillTemplate(contract.constraintMessages[name].template, values);
}

function typeWords(column: ColumnDefinition): string {
  return words('TYPE', { type: columnTypes[column.type].words(column) });
}

function rangeWords(column: ColumnDefinition): string {
  const max = maximumNumber(column);
  return words('INTEGER_RANGE', { min: -max, max });
}
