import { describe, expect, it } from '@jest/globals';

import { wait } from './wait.ts';

const LONG = 10_000_000;

describe('wait', () => {
  it('lasts as long as a timer of the same length', async () => {
    const { signal } = new AbortController();
    const ended: string[] = [];
    const timer = (name: string, milliseconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(() => resolve(void ended.push(name)), milliseconds));
    const waiting = wait(20, signal).then(() => ended.push('wait'));
    await Promise.all([timer('shorter', 10), waiting, timer('longer', 30)]);
    expect(ended).toEqual(['shorter', 'wait', 'longer']);
  });

  it('ends as soon as the signal is aborted, or immediately if it already was', async () => {
    const controller = new AbortController();
    const waiting = wait(LONG, controller.signal);
    controller.abort();
    await waiting;
    await wait(LONG, controller.signal);
    expect(controller.signal.aborted).toBe(true);
  });
});
