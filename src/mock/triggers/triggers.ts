import { contract } from '../../contract/index.ts';

/**
 * The values that trigger each scenario on the mock, like Stripe's test cards. They are in neither the contract nor the demo
 * definition.
 *
 * Everything else is real. Workspaces, their modes and their entities come from the demo definition, and the values of a record are
 * validated against its columns. Any scenario can also be requested by name: `Prefer: code=409, example=uniqueConstraintViolation`.
 */
export const triggers = {
  /** The scenario of each API key. Any other key, or none, is `invalidApiKey`. */
  keys: {
    sk_test_read_write: 'success',
    sk_test_read_only: 'readOnlyKey',
    sk_test_expired: 'expiredApiKey',
    sk_test_revoked: 'invalidApiKey',
    sk_test_other_workspace: 'wrongWorkspace',
  },
  /** The only workspace that `sk_test_other_workspace` gives access to. No other key gives access to it. */
  otherWorkspace: 'inventory',
  /** The id that triggers each scenario. An id that is not a plain positive integer is not found either. */
  ids: {
    recordNotFound: '404',
    /** On delete, if another entity of the workspace references the record's entity. */
    recordReferenced: '409',
    internalError: '500',
  },
  /** A string with this word is a duplicate in every unique column: `taken@example.com`, `ORD-taken`. */
  takenWord: /\btaken\b/i,
  /** The id of a record that does not exist, for use in references. */
  missingReference: 999,
  /** Triggers an internal error of any operation, even of those without an id. The reference server uses the same header. */
  faultHeader: { name: contract.faultHeader, value: 'internalError' },
  /** Delays a response by this many milliseconds, up to `longest`. */
  delayHeader: { name: 'x-mock-delay', longest: 60_000 },
  /** Corrupts a response the way a network or a gateway does. */
  disturbanceHeader: {
    name: 'x-mock-fault',
    values: {
      reset: 'the connection is reset before any response',
      truncate: 'the response is cut off halfway, and the connection closes',
      html: '502 with an HTML page, as from a gateway',
      timeout: 'no response; the connection stays open',
    },
  },
} as const;
