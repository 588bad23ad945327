import { describe, expect, it } from '@jest/globals';

import { limit } from './limit.ts';
import { wait } from './wait.ts';

describe('limit', () => {
  it.each([2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, Infinity])(
    'does not abort immediately for a limit of %d ms',
    async (timeout) => {
      const signal = limit(undefined, timeout);
      await wait(10, signal);
      expect(signal.aborted).toBe(false);
    },
  );

  it('accepts a fraction, such as the time left until a deadline', async () => {
    const signal = limit(undefined, 1.5);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it.each([NaN, -1])('rejects %d', (timeout) => {
    expect(() => limit(undefined, timeout)).toThrow();
  });

  it('is a separate signal, so that a long-lived one keeps no listeners', () => {
    const controller = new AbortController();
    const signal = limit(controller.signal, Infinity);
    expect(signal).not.toBe(controller.signal);
    controller.abort('left');
    expect(signal.reason).toBe('left');
  });
});
