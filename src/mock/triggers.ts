/**
 * What provokes which scenario on the mock, after the manner of Stripe's test cards: everything that is not in the contract
 * and not in the demo definition.
 *
 * The rest is real: workspaces, their modes and their entities are the demo definition's, and the values of a record are
 * validated against its columns. Any scenario can also be summoned: `Prefer: code=409, example=uniqueConstraintViolation`.
 */
export const triggers = {
  /** What a key leads to; one that is not here, or none at all, is `invalidApiKey`. */
  keys: {
    sk_test_read_write: 'success',
    sk_test_read_only: 'readOnlyKey',
    sk_test_expired: 'expiredApiKey',
    sk_test_revoked: 'invalidApiKey',
    sk_test_other_workspace: 'wrongWorkspace',
  },
  /** The one workspace that `sk_test_other_workspace` opens, and that no other key does. */
  otherWorkspace: 'inventory',
  /** Ids by what they lead to. One that is no plain positive integer is not found either. */
  ids: {
    recordNotFound: '404',
    /** On delete, where the workspace has an entity that references the record's. */
    recordReferenced: '409',
    internalError: '500',
  },
  /** A text with this word in it is a duplicate in every unique column: `taken@example.com`, `ORD-taken`. */
  takenWord: /\btaken\b/i,
  /** A reference to this id is to a record that does not exist. */
  missingReference: 999,
  /** Breaks any operation: those without an id have no other way. Its name and value are those of the reference server's. */
  faultHeader: { name: 'x-fault', value: 'internalError' },
} as const;
