import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property, tuple } from 'fast-check';

import { TokenBuckets } from './token-buckets.ts';

describe('token buckets', () => {
  it('let a caller send the requests of a second at once, then one each time that one is due', () => {
    const buckets = new TokenBuckets(4);
    const take = (now: number): number => buckets.take('a', now);
    expect([0, 0, 0, 0, 0, 249, 250, 251].map(take)).toEqual([0, 0, 0, 0, 250, 1, 0, 249]);
  });

  it('are one for each caller', () => {
    const buckets = new TokenBuckets(1);
    expect(['a', 'a', 'b', 'b', 'a'].map((caller) => buckets.take(caller, 0))).toEqual([0, 1000, 0, 1000, 1000]);
  });

  it('are full again after a second', () => {
    const buckets = new TokenBuckets(3);
    const burst = (now: number): readonly boolean[] => [0, 0, 0, 0].map(() => buckets.take('a', now) === 0);
    expect(burst(0)).toEqual([true, true, true, false]);
    expect(burst(1000)).toEqual([true, true, true, false]);
    expect(burst(100_000)).toEqual([true, true, true, false]);
  });

  it('never let more through in any second than a burst and a second of requests, and never refuse the wait that they ask for', () => {
    const steps = array(tuple(integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 200 });
    assert(
      property(integer({ min: 1, max: 50 }), steps, (perSecond, gaps) => {
        const buckets = new TokenBuckets(perSecond);
        let now = 0;
        const allowed: number[] = [];
        for (const [gap] of gaps) {
          now += gap;
          const wait = buckets.take('a', now);
          if (wait === 0) allowed.push(now);
          else if (buckets.take('a', now + wait) === 0) allowed.push((now += wait));
          else return false;
        }
        return allowed.every((start) => {
          const within = allowed.filter((time) => time >= start && time < start + 1000);
          return within.length <= 2 * perSecond;
        });
      }),
    );
  });

  it.each([1, 3, 7, 1000, 1_000_000])('let exactly %d requests a second through in the long run', (perSecond) => {
    const buckets = new TokenBuckets(perSecond);
    const count = (now: number): number => {
      let allowed = 0;
      while (buckets.take('a', now) === 0) allowed += 1;
      return allowed;
    };
    expect([0, 1000, 2000, 3000].map(count)).toEqual([perSecond, perSecond, perSecond, perSecond]);
  });

  it('do not lock a caller out if the clock is set back', () => {
    const buckets = new TokenBuckets(1);
    buckets.take('a', 3_600_000);
    expect(buckets.take('a', 0)).toBeLessThanOrEqual(1000);
    expect(buckets.take('a', 1000)).toBe(0);
  });

  it('are bounded in number, and the ones that were used last are kept', () => {
    const buckets = new TokenBuckets(1);
    buckets.take('looping', 0);
    for (let count = 0; count < 50_000; count += 1) {
      buckets.take(`flood ${count}`, 0);
      if (count % 1000 === 0) expect(buckets.take('looping', 0)).toBe(1000);
    }
    expect(buckets.size).toBe(10_000);
    expect(buckets.take('flood 0', 0)).toBe(0);
  });
});
