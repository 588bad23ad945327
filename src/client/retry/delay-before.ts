import type { RetryOptions } from './retry-options.ts';

/**
 * How long to wait before the next retry, in milliseconds. `undefined` if the call must not be retried again. Part of the delay
 * is random, so that clients that failed at the same time do not all retry at the same time.
 */
export function delayBefore(
  repetition: number,
  { limit = 2, delay = 300, maxDelay = 10_000 }: RetryOptions,
  response?: Response,
): number | undefined {
  const half = Math.min(maxDelay, delay * 2 ** repetition) / 2;
  const least = Math.max(half, retryAfter(response));
  return repetition < limit && least <= maxDelay ? least + Math.random() * half : undefined;
}

// RFC 9110, section 10.2.3: seconds, or a date. Any other value is ignored.
function retryAfter(response: Response | undefined): number {
  const text = response?.headers?.get('retry-after') ?? '';
  return Number(text) * 1000 || Date.parse(text) - Date.now() || 0;
}
