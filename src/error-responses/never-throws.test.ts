import { describe, expect, it } from '@jest/globals';

import { neverThrows } from './never-throws.ts';

const failures: Readonly<Record<string, (entry: string) => unknown>> = {
  'throws an error': () => {
    throw new Error('the disk is full');
  },
  rejects: async () => {
    throw new Error('the disk is full');
  },
  'returns a thenable that throws': () => ({
    then: () => {
      throw new Error('the disk is full');
    },
  }),
  'returns an object whose getter throws': () => ({
    get then() {
      throw new Error('the disk is full');
    },
  }),
};

describe('neverThrows', () => {
  it.each(Object.entries(failures))('ignores a log that %s', async (_title, log) => {
    const unhandled: unknown[] = [];
    const onUnhandled = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', onUnhandled);
    expect(neverThrows(log)('entry')).toBeUndefined();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', onUnhandled);
    expect(unhandled).toEqual([]);
  });

  it('passes every entry on', () => {
    const entries: string[] = [];
    neverThrows((entry: string) => entries.push(entry))('entry');
    expect(entries).toEqual(['entry']);
  });
});
