import { describe, expect, it } from '@jest/globals';

import type { LogEntry } from '../log/log.ts';
import { Readiness } from './readiness.ts';

describe('readiness', () => {
  it('follows whether the database responds, and logs the first error if it does not', async () => {
    const logged: LogEntry[] = [];
    let error: Error | undefined;
    const store = {
      ping: async () => {
        if (error !== undefined) throw error;
      },
    };
    const readiness = new Readiness(store, 1000, (entry) => logged.push(entry));
    expect(await readiness.isReady()).toBe(true);
    error = new Error('gone');
    for (const _ of [1, 2, 3]) expect(await readiness.isReady()).toBe(false);
    expect(logged).toEqual([{ error }]);
    error = undefined;
    expect(await readiness.isReady()).toBe(true);
    error = new Error('gone again');
    expect(await readiness.isReady()).toBe(false);
    expect(logged).toHaveLength(2);
  });

  it('stops waiting after the timeout, and sends one ping at a time for any number of callers', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let pings = 0;
    const store = {
      ping: () => {
        pings += 1;
        return promise;
      },
    };
    const readiness = new Readiness(store, 20, () => undefined);
    expect(await Promise.all([readiness.isReady(), readiness.isReady()])).toEqual([false, false]);
    expect(await readiness.isReady()).toBe(false);
    expect(pings).toBe(1);
    resolve();
    // A late response still counts from then on.
    await promise;
    expect(await readiness.isReady()).toBe(true);
  });
});
