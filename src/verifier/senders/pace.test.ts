import { describe, expect, it } from '@jest/globals';

import { Pace } from './pace.ts';
import { Interrupted } from './target-unavailable.ts';

function paceOf(rate?: number) {
  let time = 0;
  const clock = {
    now: () => time,
    wait: (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      time += milliseconds;
      return Promise.resolve();
    },
  };
  const interruption = new AbortController();
  return { pace: new Pace({ rate, clock, signal: interruption.signal }), clock, interruption };
}

describe('a pace', () => {
  it('lets requests pass at once without a rate', async () => {
    const { pace, clock } = paceOf();
    for (let count = 0; count < 100; count += 1) await pace.turn();
    expect(clock.now()).toBe(0);
  });

  it.each([1, 20, 50])('keeps requests apart so that %i a second may pass', async (rate) => {
    const { pace, clock } = paceOf(rate);
    for (let count = 0; count <= rate; count += 1) await pace.turn();
    expect(clock.now()).toBeCloseTo(1000);
  });

  it('holds every request back during a pause, and counts overlapping pauses once', async () => {
    const { pace, clock } = paceOf();
    pace.pause(3);
    pace.pause(2);
    pace.pause(4);
    await Promise.all([pace.turn(), pace.turn()]);
    expect(clock.now()).toBeGreaterThanOrEqual(4000);
    expect(pace.paused).toBe(4);
  });

  it('waits again after an interruption, so that the run can clean up', async () => {
    const { pace, clock, interruption } = paceOf();
    interruption.abort();
    pace.pause(1);
    await pace.turn();
    expect(clock.now()).toBe(1000);
  });

  it('ends a wait that an interruption finds', async () => {
    const interruption = new AbortController();
    const wait = (_milliseconds: number, signal?: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const pace = new Pace({ rate: undefined, clock: { now: () => 0, wait }, signal: interruption.signal });
    const waiting = pace.wait(60);
    interruption.abort();
    await expect(waiting).rejects.toThrow(Interrupted);
  });
});
