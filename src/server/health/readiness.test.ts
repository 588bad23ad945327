import { describe, expect, it } from '@jest/globals';

import type { LogEntry } from '../log/log.ts';
import { Readiness } from './readiness.ts';

describe('readiness', () => {
  it('is so while the database answers', async () => {
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
    expect(await readiness.isReady()).toBe(false);
    expect(logged).toEqual([{ error }]);
    error = undefined;
    expect(await readiness.isReady()).toBe(true);
  });

  it('does not wait longer than it may, and asks one question at a time, however many ask', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let questions = 0;
    const store = {
      ping: () => {
        questions += 1;
        return promise;
      },
    };
    const readiness = new Readiness(store, 20, () => undefined);
    expect(await Promise.all([readiness.isReady(), readiness.isReady()])).toEqual([false, false]);
    expect(await readiness.isReady()).toBe(false);
    expect(questions).toBe(1);
    resolve();
    // What comes late is known from then on.
    await promise;
    expect(await readiness.isReady()).toBe(true);
  });
});
