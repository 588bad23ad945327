import { readDetails } from '../../src/contract/index.ts';
import type { ErrorDetail } from '../../src/contract/index.ts';
import { bendErrors } from './bend.ts';
import type { Bending } from './bending.ts';
import type { Mutant } from './mutant.ts';

/** Failures whose `details` are not what the contract says. */
export const details: readonly Mutant[] = [
  {
    is: 'a 422 without details',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', ({ code, message }) => ({ code, message })),
  },
  {
    is: 'empty details on a 422',
    caughtBy: 'details',
    bending: bendDetails(() => []),
  },
  {
    is: 'the wrong field in details',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map((detail) => ({ ...detail, field: 'customer' }))),
  },
  {
    is: 'only the first of several details, and a message that counts it',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      message: 'Validation failed: 1 error(s)',
      details: detailsOf(error).slice(0, 1),
    })),
  },
  {
    is: 'a detail of a field that was right',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      message: `Validation failed: ${detailsOf(error).length + 1} error(s)`,
      details: [...detailsOf(error), { field: 'website', message: 'must be a valid URL' }],
    })),
  },
  {
    is: 'JSON Pointers for fields',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map((detail) => ({ ...detail, field: `/${detail.field}` }))),
  },
  {
    is: 'labels for fields',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map((detail) => ({ ...detail, field: detail.field.toUpperCase() }))),
  },
  {
    is: 'details that are an object by field',
    caughtBy: 'details',
    bending: bendDetails((all) => Object.fromEntries(all.map(({ field, message }) => [field, message]))),
  },
  {
    is: 'details that are texts',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field, message }) => `${field} ${message}`)),
  },
  {
    is: 'details that call the field path',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field, message }) => ({ path: field, message }))),
  },
  {
    is: 'details without a message',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field }) => ({ field }))),
  },
  {
    is: 'details whose messages are empty',
    caughtBy: 'body',
    bending: bendDetails((all) => all.map(({ field }) => ({ field, message: '' }))),
  },
  {
    is: 'a missing field told in words of its own',
    caughtBy: 'details',
    bending: bendDetails((all) =>
      all.map((detail) => ({ ...detail, message: detail.message.replace(/^.* is required$/, 'must not be null') })),
    ),
  },
  {
    is: 'details that are null where none are documented',
    caughtBy: 'details',
    bending: bendErrors('NOT_FOUND', (error) => ({ ...error, details: null })),
  },
  {
    is: 'details that are a text on a 409',
    caughtBy: 'details',
    bending: bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({ ...error, details: 'the column email' })),
  },
];

/** Bends the details of every validation error. */
function bendDetails(bend: (all: readonly ErrorDetail[]) => unknown): Bending {
  return bendErrors('VALIDATION_ERROR', (error) => ({ ...error, details: bend(detailsOf(error)) }));
}

function detailsOf({ details: sent }: Record<string, unknown>): readonly ErrorDetail[] {
  return readDetails(sent) ?? [];
}
