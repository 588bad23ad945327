import type { ScenarioFailure } from '../../contract/index.ts';
import { fail } from '../../contract/index.ts';
import { messageOf } from './message-of.ts';
import type { SchemaError } from './schema-error.ts';
import { fieldOf } from './schema-error.ts';

/**
 * Creates the failure for a body that a schema rejects: a `validationError` with a detail for each problem with a field, or a
 * `badRequest` if the problem is the body itself. Configure the validator to collect all errors (Ajv's `allErrors`).
 * @param errors the errors that Ajv reports, or another validator in the same format
 * @param entityName the entity that the fields belong to, used in the message about an unknown field
 */
export function validationFailure(
  errors: readonly SchemaError[] | null | undefined = [],
  entityName?: string,
): ScenarioFailure {
  const found = (errors ?? []).map((error) => {
    const field = fieldOf(error);
    return { field, message: messageOf(error, field, entityName) };
  });
  // Combinations of schemas (such as anyOf) also report an error for the whole body, which only repeats those of its fields.
  const details = found.filter(({ field }) => field !== '');
  if (details.length > 0) return fail('validationError', { details });
  return fail('badRequest', { message: `The body ${found[0]?.message ?? 'is not valid'}` });
}

/**
 * Creates the failure for a batch that a schema rejects. It is a `badRequest`, because items are not fields and bulk operations
 * document no `validationError`.
 */
export function batchFailure(errors: readonly SchemaError[]): ScenarioFailure {
  return refused('The body', 'Item', errors);
}

/** Creates the failure for a parameter or header that a schema rejects. Reports only the first error. */
export function parameterFailure(kind: 'Parameter' | 'Header', errors: readonly SchemaError[]): ScenarioFailure {
  return refused(`A ${kind.toLowerCase()}`, kind, errors);
}

function refused(whole: string, part: string, [error]: readonly SchemaError[]): ScenarioFailure {
  if (error === undefined) return fail('badRequest', { message: `${whole} is not valid` });
  const field = fieldOf(error);
  const subject = field === '' ? whole : `${part} ${field}`;
  const message = messageOf(error, subject);
  return fail('badRequest', { message: message.startsWith(subject) ? message : `${subject} ${message}` });
}
