/** When and how often to retry a call. */
export interface RetryOptions {
  /** Maximum number of retries. Defaults to 2; 0 disables retries. */
  readonly limit?: number | undefined;
  /** Delay before the first retry, in milliseconds. Defaults to 300 and doubles with each retry; half of it is random. */
  readonly delay?: number | undefined;
  /** Longest delay, in milliseconds. Defaults to 10,000. If `Retry-After` asks for more, the call is not retried. */
  readonly maxDelay?: number | undefined;
}
