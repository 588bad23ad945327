import { injections } from '../injection/index.ts';

/**
 * The values that trigger each scenario on the mock, like Stripe's test cards. They are in neither the contract nor the demo
 * definition.
 *
 * Everything else is real. Workspaces, their modes and their entities come from the demo definition, and the values of a record are
 * validated against its columns. Any scenario can also be requested by name: `Prefer: code=409, example=uniqueConstraintViolation`.
 */
export const triggers = {
  ...injections,
  /** The only workspace that `sk_test_other_workspace` gives access to. No other key gives access to it. */
  otherWorkspace: 'inventory',
  /** The id that triggers each scenario. An id that is not a plain positive integer is not found either. */
  ids: {
    recordNotFound: '404',
    /** On delete, if another entity of the workspace references the record's entity. */
    recordReferenced: '409',
    internalError: '500',
  },
  /** The id of a record that does not exist, for use in references. */
  missingReference: 999,
} as const;
