import type { ConstraintName, TemplateValues } from '../../contract/index.ts';
import { contract, fillTemplate } from '../../contract/index.ts';
import type { SchemaError } from './schema-error.ts';

/** The types of JSON Schema, worded to follow "must be". */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a JSON object',
  array: 'a JSON array',
};

/** Returns the message for a field: the contract's for this constraint if there is one, otherwise the validator's. */
export function messageOf(error: SchemaError, field: string, entityName?: string): string {
  const [name, values] = constraintOf(error, entityName) ?? [];
  if (name !== undefined) return fillTemplate(contract.constraintMessages[name].template, { field, ...values });
  return isUnknown(error) ? 'is unknown' : (error.message ?? 'is not valid');
}

type Constraint = readonly [ConstraintName, TemplateValues?];

function constraintOf(error: SchemaError, entityName: string | undefined): Constraint | undefined {
  const { keyword, params } = error;
  const limit = Number(params.limit);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return ['REQUIRED'];
    case 'type':
      return ['TYPE', { type: typeInWords(params.type) }];
    case 'minLength':
      return ['MIN_LENGTH', { min: limit }];
    case 'maxLength':
      return ['MAX_LENGTH', { max: limit }];
    case 'pattern':
      return ['PATTERN', { pattern: String(params.pattern) }];
    case 'format':
      return constraintOfFormat(String(params.format));
    case 'minimum':
      return ['MIN', { min: limit }];
    case 'maximum':
      return ['MAX', { max: limit }];
    case 'exclusiveMinimum':
      return limit === 0 ? ['POSITIVE'] : undefined;
    case 'exclusiveMaximum':
      return limit === 0 ? ['NEGATIVE'] : undefined;
    default:
      return isUnknown(error) && entityName !== undefined ? ['UNKNOWN_FIELD', { entityName }] : undefined;
  }
}

function constraintOfFormat(format: string): Constraint | undefined {
  if (format === 'email' || format === 'idn-email') return ['EMAIL'];
  return format === 'uri' || format === 'url' ? ['URL'] : undefined;
}

function isUnknown({ keyword }: SchemaError): boolean {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}

/** Words one or several types. Omits null, because the message is about a value that is not null. */
function typeInWords(type: unknown): string {
  const types = (Array.isArray(type) ? type : String(type).split(',')).filter((each) => each !== 'null');
  return types.map((each) => TYPES[String(each)] ?? String(each)).join(' or ');
}
