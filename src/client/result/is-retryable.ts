import { isObject } from '../../contract/index.ts';

/**
 * Whether it may help, and is safe, to repeat the call that ended with this error: a read that failed with a network error, with a
 * status of a gateway, or with a failure that the contract marks as retryable; or any call whose request was certainly not sent.
 * The client has already retried it as often as its options say. Accepts any caught value.
 */
export function isRetryable(error: unknown): boolean {
  return isObject(error) && error.retryable === true;
}
