import { describe, expect, it } from '@jest/globals';

import { wait } from './wait.ts';

const LONG = 10_000_000;

describe('wait', () => {
  it('ends by itself', async () => {
    const start = performance.now();
    await wait(20, new AbortController().signal);
    expect(performance.now() - start).toBeGreaterThan(15);
  });

  it('ends as soon as the signal is aborted, or at once where it was', async () => {
    const controller = new AbortController();
    const waiting = wait(LONG, controller.signal);
    controller.abort();
    await waiting;
    await wait(LONG, controller.signal);
    expect(controller.signal.aborted).toBe(true);
  });
});
