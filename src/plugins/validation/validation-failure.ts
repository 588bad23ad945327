import type { ScenarioFailure } from '../../contract/index.ts';
import { fail } from '../../contract/index.ts';
import { messageOf } from './message-of.ts';
import type { SchemaError } from './schema-error.ts';
import { fieldOf } from './schema-error.ts';

/**
 * The failure of a body that a schema refuses: a validation error with a detail for each thing that is wrong with a field, or a
 * bad request where it is the body as a whole. Let the validator collect them all (Ajv's `allErrors`).
 * @param errors what Ajv, or a validator that writes like it, has found
 * @param entityName the entity that the fields belong to, for a field that it does not have
 */
export function validationFailure(
  errors: readonly SchemaError[] | null | undefined = [],
  entityName?: string,
): ScenarioFailure {
  const found = (errors ?? []).map((error) => {
    const field = fieldOf(error);
    return { field, message: messageOf(error, field, entityName) };
  });
  // What a combination of schemas says of the whole, it says because of the fields.
  const details = found.filter(({ field }) => field !== '');
  if (details.length > 0) return fail('validationError', { details });
  return fail('badRequest', { message: `The body ${found[0]?.message ?? 'is not valid'}` });
}

/** The failure of a batch that a schema refuses: its items are no fields, and a bulk operation has no validation error. */
export function batchFailure(errors: readonly SchemaError[]): ScenarioFailure {
  return refused('The body', 'Item', errors);
}

/** The failure of a parameter, or a header, that a schema refuses: it names the first. */
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
