import { describe, expect, it } from '@jest/globals';

import { delayBefore } from './delay-before.ts';

const OPTIONS = { limit: 3, delay: 100, maxDelay: 1000 };
const SAMPLES = Array.from({ length: 200 }, (_each, index) => index);

function after(retryAfter: string): Response {
  return new Response(null, { headers: { 'retry-after': retryAfter } });
}

/** The shortest and the longest of many delays. */
function range(repetition: number, response?: Response): [number, number] {
  const delays = SAMPLES.map(() => delayBefore(repetition, OPTIONS, response) ?? NaN);
  return [Math.min(...delays), Math.max(...delays)];
}

describe('delayBefore', () => {
  it('doubles with each retry, and half of it is random', () => {
    for (const [repetition, delay] of [
      [0, 100],
      [1, 200],
      [2, 400],
    ] as const) {
      const [least, most] = range(repetition);
      expect(least).toBeGreaterThanOrEqual(delay / 2);
      expect(most).toBeLessThanOrEqual(delay);
      expect(most - least).toBeGreaterThan(delay / 4);
    }
  });

  it('never exceeds the maximum', () => {
    const delays = SAMPLES.map(() => delayBefore(20, { ...OPTIONS, limit: 30 }) ?? NaN);
    expect(Math.max(...delays)).toBeLessThanOrEqual(1000);
  });

  it('is undefined after the limit, two by default', () => {
    expect(delayBefore(3, OPTIONS)).toBeUndefined();
    expect([delayBefore(1, {}), delayBefore(2, {})]).toEqual([expect.any(Number), undefined]);
    expect(delayBefore(0, { limit: 0 })).toBeUndefined();
  });

  it('is at least the Retry-After of the server, in seconds or as a date', () => {
    expect(range(0, after('1'))[0]).toBeGreaterThanOrEqual(1000);
    const [least] = range(0, after(new Date(Date.now() + 1000).toUTCString()));
    expect(least).toBeGreaterThanOrEqual(50);
    expect(
      delayBefore(0, { ...OPTIONS, maxDelay: 9000 }, after(new Date(Date.now() + 5000).toUTCString())),
    ).toBeGreaterThan(3000);
  });

  it('is undefined if Retry-After exceeds the maximum', () => {
    expect(delayBefore(0, OPTIONS, after('2'))).toBeUndefined();
    expect(delayBefore(0, OPTIONS, after(new Date(Date.now() + 60_000).toUTCString()))).toBeUndefined();
  });

  it.each(['soon', '', '-5', '0', new Date(0).toUTCString()])('ignores a Retry-After of %j', (retryAfter) => {
    const [least, most] = range(0, after(retryAfter));
    expect([least >= 50, most <= 100]).toEqual([true, true]);
  });
});
