/** When and how often a call is repeated. */
export interface RetryOptions {
  /** How often a call is repeated at most: 2 by default, 0 for never. */
  readonly limit?: number | undefined;
  /** The wait before the first repetition in milliseconds, 300 by default; it doubles each time, and half of it is left to chance. */
  readonly delay?: number | undefined;
  /** The longest wait in milliseconds, 10,000 by default. A server that asks for more (`Retry-After`) is not asked again. */
  readonly maxDelay?: number | undefined;
}
