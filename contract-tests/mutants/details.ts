import { readDetails } from '../../src/contract/index.ts';
import type { ErrorDetail } from '../../src/contract/index.ts';
import { bendErrors } from './bend.ts';
import type { Bending } from './bending.ts';
import type { Mutant } from './mutant.ts';

/** Failures whose `details` do not match the contract. */
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
    is: 'only the first of several details, and a message that counts only that one',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      message: 'Validation failed: 1 error(s)',
      details: detailsOf(error).slice(0, 1),
    })),
  },
  {
    is: 'a detail for a valid field',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      message: `Validation failed: ${detailsOf(error).length + 1} error(s)`,
      details: [...detailsOf(error), { field: 'website', message: 'must be a valid URL' }],
    })),
  },
  {
    is: 'details that repeat each entry',
    caughtBy: 'details',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      message: `Validation failed: ${detailsOf(error).length * 2} error(s)`,
      details: detailsOf(error).flatMap((detail) => [detail, detail]),
    })),
  },
  {
    is: 'JSON Pointers instead of field names',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map((detail) => ({ ...detail, field: `/${detail.field}` }))),
  },
  {
    is: 'labels instead of field names',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map((detail) => ({ ...detail, field: detail.field.toUpperCase() }))),
  },
  {
    is: 'details as an object keyed by field',
    caughtBy: 'details',
    bending: bendDetails((all) => Object.fromEntries(all.map(({ field, message }) => [field, message]))),
  },
  {
    is: 'details as strings',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field, message }) => `${field} ${message}`)),
  },
  {
    is: 'details that name the field in a path member',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field, message }) => ({ path: field, message }))),
  },
  {
    is: 'details without a message',
    caughtBy: 'details',
    bending: bendDetails((all) => all.map(({ field }) => ({ field }))),
  },
  {
    is: 'details with empty messages',
    caughtBy: 'body',
    bending: bendDetails((all) => all.map(({ field }) => ({ field, message: '' }))),
  },
  {
    is: 'its own wording for a missing field',
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
    is: 'details as a string on a 409',
    caughtBy: 'details',
    bending: bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({ ...error, details: 'the column email' })),
  },
];

/** Changes the details of every validation error. */
function bendDetails(bend: (all: readonly ErrorDetail[]) => unknown): Bending {
  return bendErrors('VALIDATION_ERROR', (error) => ({ ...error, details: bend(detailsOf(error)) }));
}

function detailsOf({ details: sent }: Record<string, unknown>): readonly ErrorDetail[] {
  return readDetails(sent) ?? [];
}
