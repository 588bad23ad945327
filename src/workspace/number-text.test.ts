import { describe, expect, it } from '@jest/globals';

import { isExact, isWhole, plainNumber } from './number-text.ts';

describe('plainNumber', () => {
  it.each([
    ['0', '0'],
    ['-12', '-12'],
    ['007', '007'],
    ['1.50', '1.50'],
    ['1e3', '1000'],
    ['1.5E3', '1500'],
    ['1.2345e+2', '123.45'],
    ['1e-7', '0.0000001'],
    ['-12.5e-1', '-1.25'],
    ['12e-2', '0.12'],
    ['0e9', '0000000000'],
  ])('writes %s as %s', (text, plain) => {
    expect(plainNumber(text)).toBe(plain);
    expect(Number(plain)).toBe(Number(text));
  });

  it.each(['', '-', '1.', '.5', '1e', '1e401', '1e-99999', '+1', '0x1', '1_000', ' 1', '1,5', 'NaN', 'Infinity', '١'])(
    'does not read %j',
    (text) => {
      expect(plainNumber(text)).toBeUndefined();
    },
  );
});

describe('isWhole', () => {
  it.each([
    ['1', true],
    ['1.0', true],
    ['-1.000', true],
    ['1.5', false],
    ['1.00000000000000000001', false],
  ])('of %s is %s', (text, whole) => {
    expect(isWhole(text)).toBe(whole);
  });
});

describe('isExact', () => {
  it.each([
    '0',
    '-0.00',
    '1.1',
    '1.10',
    '0.1',
    '1e-7',
    '123456789012345',
    '9007199254740991',
    '1.5e300',
    '100000000000000000000',
  ])('%s keeps its digits', (text) => {
    expect(isExact(text)).toBe(true);
  });

  it.each([
    '1.1000000000000000001',
    '1e-400',
    '0.30000000000000000001',
    '9007199254740993',
    '-2.00000000000000000000001',
    '4e-324',
  ])('%s does not', (text) => {
    expect(isExact(text)).toBe(false);
  });
});
