import { describe, expect, it } from '@jest/globals';

import { limit } from './limit.ts';

describe('limit', () => {
  it.each([2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, Infinity])(
    'does not abort immediately for a limit of %d ms',
    async (timeout) => {
      const { signal, wait, end } = limit(undefined, timeout);
      await wait(10);
      expect(signal.aborted).toBe(false);
      end();
    },
  );

  it('accepts a fraction, such as the time left until a deadline', async () => {
    const { signal, over } = limit(undefined, 1.5);
    await expect(over).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
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

  it('waits as long as a timer of the same length', async () => {
    const { wait, end } = limit(undefined, Infinity);
    const ended: string[] = [];
    const timer = (name: string, milliseconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(() => resolve(void ended.push(name)), milliseconds));
    const waiting = wait(20).then(() => ended.push('wait'));
    await Promise.all([timer('shorter', 10), waiting, timer('longer', 30)]);
    expect(ended).toEqual(['shorter', 'wait', 'longer']);
    end();
  });

  it('does not go on after a wait if the call ends meanwhile', async () => {
    const { wait, end } = limit(undefined, Infinity);
    const ended: string[] = [];
    void wait(1).then(() => ended.push('wait'));
    end();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toEqual([]);
  });
});
