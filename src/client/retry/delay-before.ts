import type { RetryOptions } from './retry-options.ts';

/**
 * How long to wait before a call is repeated, in milliseconds; `undefined` where it is not to be repeated any more.
 * Part of the wait is random, so that many clients that failed at once do not come back at once.
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

// RFC 9110, section 10.2.3: seconds, or a date. What is neither is not there.
function retryAfter(response: Response | undefined): number {
  const text = response?.headers?.get('retry-after') ?? '';
  return Number(text) * 1000 || Date.parse(text) - Date.now() || 0;
}
