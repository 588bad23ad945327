import { describe, expect, it } from '@jest/globals';

import { judgeScore } from './check-score.ts';

describe('judgeScore', () => {
  it.each([
    [87.2, 87.2],
    [91, 87.2],
    [86.2, 87.2],
    [88.1, 89.1],
  ])('accepts a score of %d if %d is committed, in one line', (measured, committed) => {
    const text = `agent readiness ${measured}, committed ${committed}`;
    expect(judgeScore(measured, committed)).toEqual({ passed: true, text });
  });

  it.each([
    [86.1, 87.2],
    [0, 87.2],
    [Number.NaN, 87.2],
  ])('rejects a score of %d if %d is committed, and says what to do', (measured, committed) => {
    const { passed, text } = judgeScore(measured, committed);
    expect(passed).toBe(false);
    expect(text).toContain(`agent readiness ${measured}, committed ${committed}`);
    expect(text).toContain('fix openapi.yaml');
    expect(text).toContain('lint/score.json');
  });
});
