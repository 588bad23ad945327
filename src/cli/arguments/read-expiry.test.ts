import { describe, expect, it } from '@jest/globals';

import { readExpiry } from './read-expiry.ts';
import { UsageError } from './usage-error.ts';

const now = new Date('2026-11-26T12:00:00Z');

describe('readExpiry', () => {
  it.each([
    ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01t01:00:00.5+01:00', '2027-01-01T00:00:00.500Z'],
    ['2026-11-26T12:00:00.001Z', '2026-11-26T12:00:00.001Z'],
    ['30m', '2026-11-26T12:30:00.000Z'],
    ['12h', '2026-11-27T00:00:00.000Z'],
    ['90d', '2027-02-24T12:00:00.000Z'],
    ['52w', '2027-11-25T12:00:00.000Z'],
  ])('reads %s as %s', (text, moment) => {
    expect(readExpiry(text, now).toISOString()).toBe(moment);
  });

  it.each([
    '',
    'soon',
    '90',
    '90x',
    '-1d',
    '1.5d',
    '2027-01-01',
    '2027-02-30T00:00:00Z',
    '2027-01-01T00:00:00',
    '999999d',
  ])('refuses %j', (text) => {
    expect(() => readExpiry(text, now)).toThrow('--expires takes a timestamp such as');
    expect(() => readExpiry(text, now)).toThrow(UsageError);
  });

  it.each(['2026-11-26T12:00:00Z', '2020-01-01T00:00:00Z', '0d'])('refuses %s, which is not in the future', (text) => {
    expect(() => readExpiry(text, now)).toThrow('--expires must be in the future');
  });
});
