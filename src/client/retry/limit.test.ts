import { describe, expect, it } from '@jest/globals';

import { limit } from './limit.ts';
import { wait } from './wait.ts';

describe('limit', () => {
  it.each([2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, Infinity])(
    'does not abort immediately for a limit of %d ms',
    async (timeout) => {
      const { signal, end } = limit(undefined, timeout);
      await wait(10, signal);
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
    expect(limited).toMatchObject({ reason: 'left', signal: { aborted: true, reason: 'left' } });
    limited.end();
  });
});
