import { describe, expect, it } from '@jest/globals';

import { DataPlaceError } from '../store-errors.ts';
import { modeOf, toKeySummary, toStoredKey } from './key-statements.ts';

const row = {
  id: 'acme/shop',
  organization: 'acme',
  slug: 'shop',
  name: 'main',
  prefix: 'sk_live_',
  mode: 'ACTIVE',
  permission: 'READ_WRITE',
  expires_at: 0n,
  revoked: 0n,
};

const unknownPermissions = ['', 'read_write', 'READ_WRITE ', 'ADMIN', 'constructor', null];
// A date is at most 8.64e15 milliseconds from 1970.
const unknownExpiries = [8_640_000_000_000_001n, -8_640_000_000_000_001n, 2n ** 63n - 1n, -(2n ** 63n)];

describe('a stored key', () => {
  it.each([
    ...unknownPermissions.map((permission) => [{ permission }] as const),
    ...unknownExpiries.map((expires) => [{ expires_at: expires }] as const),
  ])('is not usable with %p', (values) => {
    for (const read of [toStoredKey, toKeySummary]) {
      expect(() => read({ ...row, ...values })).toThrow(DataPlaceError);
      expect(() => read({ ...row, ...values })).toThrow(
        /^the workspace acme\/shop has a key w[^\n]*: correct it in the database$/,
      );
    }
  });
});

describe('the access mode of a stored workspace', () => {
  it.each(['', 'active', 'FROZEN', 'constructor', null])('is not usable if it is %p', (mode) => {
    expect(() => modeOf({ ...row, mode })).toThrow(DataPlaceError);
    expect(() => toStoredKey({ ...row, mode })).toThrow(
      /^the workspace acme\/shop has the unknown access mode "[^\n]*$/,
    );
  });
});
