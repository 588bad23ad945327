import { contract } from '../contract/index.ts';

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
  faultHeader: { name: contract.faultHeader, value: 'internalError' },
  /** Milliseconds by which an answer is held back; more than the longest counts as the longest. */
  delayHeader: { name: 'x-mock-delay', longest: 60_000 },
  /** Keeps an answer from arriving as it is, by what stands between a client and a server. */
  disturbanceHeader: {
    name: 'x-mock-fault',
    values: {
      reset: 'the connection is reset before any answer',
      truncate: 'the answer breaks off half-way, and the connection with it',
      html: 'a gateway answers 502 with a page of HTML',
      timeout: 'no answer ever comes; the connection stays open',
    },
  },
} as const;
