import { describe, expect, it } from '@jest/globals';

import { Settling } from './settling.ts';

function settlingOf(settle: number) {
  const waits: number[] = [];
  const settling = new Settling({ settle }, (milliseconds) => {
    waits.push(milliseconds);
    return Promise.resolve();
  });
  /** Looks until the look with this number is the first that is settled. */
  const settleAt = (settled: number): Promise<number> => {
    let looks = 0;
    return settling.until(
      () => Promise.resolve((looks += 1)),
      (seen) => seen >= settled,
    );
  };
  return { waits, settleAt, total: () => waits.reduce((sum, each) => sum + each, 0) };
}

describe('settling', () => {
  it('does not wait for what is settled at once', async () => {
    const { settleAt, waits } = settlingOf(2000);
    expect(await settleAt(1)).toBe(1);
    expect(waits).toEqual([]);
  });

  it('stops waiting as soon as a look is settled', async () => {
    const { settleAt, waits } = settlingOf(2000);
    expect(await settleAt(3)).toBe(3);
    expect(waits).toEqual([40, 160]);
  });

  it('waits exactly as long as the target may take, in milliseconds', async () => {
    const { settleAt, total } = settlingOf(2000);
    await settleAt(Infinity);
    expect(total()).toBeCloseTo(2000);
  });

  it('looks once if changes show at once', async () => {
    const { settleAt, waits } = settlingOf(0);
    expect(await settleAt(Infinity)).toBe(1);
    expect(waits).toEqual([]);
  });

  it('waits no more for a target that showed three changes too late', async () => {
    const { settleAt, total } = settlingOf(2000);
    for (let count = 0; count < 10; count += 1) await settleAt(Infinity);
    expect(total()).toBeCloseTo(6000);
    expect(await settleAt(2)).toBe(1);
  });

  it('keeps waiting for a target that shows most changes late but in time', async () => {
    const { settleAt } = settlingOf(2000);
    for (let count = 0; count < 10; count += 1) {
      await settleAt(Infinity);
      expect(await settleAt(4)).toBe(4);
    }
  });
});
