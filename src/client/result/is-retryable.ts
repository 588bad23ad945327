import { isObject } from '../../contract/index.ts';

/**
 * Whether repeating the call that ended with this error is safe and may help: a read that failed with a network error, a
 * gateway status, or a failure that the contract marks as retryable; or any call whose request was certainly not sent.
 * The client has already retried it as often as its options say. Accepts any caught value.
 */
export function isRetryable(error: unknown): boolean {
  return isObject(error) && error.retryable === true;
}
