import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { Clock } from '../testing/clock.ts';
import { startClock } from '../testing/clock.ts';
import { limit } from './limit.ts';

const LONGEST = 2 ** 31 - 1;

describe('limit', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = startClock();
  });
  afterEach(() => clock.restore());

  it.each([LONGEST, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, Infinity])(
    'does not abort early for a limit of %d ms',
    async (timeout) => {
      const { signal, end } = limit(undefined, timeout);
      await clock.advance(LONGEST - 1);
      expect(signal.aborted).toBe(false);
      end();
    },
  );

  it.each([
    [1, 1],
    [20, 20],
    [1.5, 1],
    [0.5, 1],
    [0, 1],
  ])('aborts after its limit of %d ms, which may be a fraction', async (timeout, after) => {
    const { signal, over } = limit(undefined, timeout);
    const rejected = expect(over).rejects.toMatchObject({ name: 'TimeoutError' });
    await clock.advance(after - 1);
    expect(signal.aborted).toBe(false);
    await clock.advance(1);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
    await rejected;
  });

  it.each([NaN, -1, -Infinity])('rejects %d', (timeout) => {
    expect(() => limit(undefined, timeout)).toThrow();
  });

  it('is a separate signal, and the caller’s own keeps no listener when the call ends', async () => {
    const controller = new AbortController();
    const { signal: own } = controller;
    const held = new Set<unknown>();
    own.addEventListener = (_type: string, listener: unknown) => void held.add(listener);
    own.removeEventListener = (_type: string, listener: unknown) => void held.delete(listener);
    const { signal, end } = limit(own, Infinity);
    expect(signal).not.toBe(own);
    expect(held.size).toBe(1);
    end();
    expect(held.size).toBe(0);
    expect(signal.aborted).toBe(false);
  });

  it.each(['before', 'after'])('is over when the caller’s own signal is aborted %s it starts', async (order) => {
    const controller = new AbortController();
    if (order === 'before') controller.abort('left');
    const limited = limit(controller.signal, Infinity);
    if (order === 'after') controller.abort('left');
    await expect(limited.over).rejects.toBe('left');
    expect(limited).toMatchObject({ signal: { aborted: true, reason: 'left' } });
    limited.end();
  });

  it('waits as long as it should', async () => {
    const { wait, end } = limit(undefined, Infinity);
    const ended: string[] = [];
    void wait(20).then(() => ended.push('wait'));
    await clock.advance(19);
    expect(ended).toEqual([]);
    await clock.advance(1);
    expect(ended).toEqual(['wait']);
    end();
  });

  it('does not go on after a wait if the call ends meanwhile', async () => {
    const { wait, end } = limit(undefined, Infinity);
    const ended: string[] = [];
    void wait(1).then(() => ended.push('wait'));
    end();
    await clock.advance(1000);
    expect(ended).toEqual([]);
  });
});
