import { contract } from '../contract/index.ts';

/** What a request can inject on a server for development: the API keys with a meaning of their own, and the headers. */
export const injections = {
  /** The scenario of each test key. */
  keys: {
    sk_test_read_write: 'success',
    sk_test_read_only: 'readOnlyKey',
    sk_test_expired: 'expiredApiKey',
    sk_test_revoked: 'invalidApiKey',
    sk_test_other_workspace: 'wrongWorkspace',
  },
  /** Triggers an internal error of any operation, even of those without an id. */
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

/** An API key that means the same in every workspace for development. */
export type TestKey = keyof typeof injections.keys;

/** Whether an API key is a test key. */
export function isTestKey(key: string): key is TestKey {
  return Object.hasOwn(injections.keys, key);
}
