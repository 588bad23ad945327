import { describe, expect, it } from '@jest/globals';

import { isRaisedEnough, requiredVersion } from './required-version.ts';

describe('the version that a change requires', () => {
  it.each([
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['0.2.3', 'major', '0.3.0'],
    ['0.2.3', 'minor', '0.2.4'],
    ['0.2.3', 'patch', '0.2.4'],
  ] as const)('after %s, for a %s change, is %s', (before, impact, required) => {
    expect(requiredVersion(before, impact)).toBe(required);
    expect(isRaisedEnough(before, required, impact)).toBe(true);
    expect(isRaisedEnough(before, before, impact)).toBe(false);
    expect(isRaisedEnough(before, '10.0.0', impact)).toBe(true);
  });

  it('must not be lower than before', () => {
    expect(isRaisedEnough('1.2.3', '1.1.9', 'patch')).toBe(false);
    expect(isRaisedEnough('1.2.3', '0.9.9', 'major')).toBe(false);
    expect(isRaisedEnough('1.2.3', '2.0.0', 'minor')).toBe(true);
  });

  it('has three numbers', () => {
    expect(() => requiredVersion('1.2', 'patch')).toThrow('three numbers');
  });
});
