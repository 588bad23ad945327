import { describe, expect, it } from '@jest/globals';

import type { AccessMode } from './access-mode.ts';
import { allowsWrites, modeName } from './access-mode.ts';

describe('access modes', () => {
  it.each<[AccessMode, boolean, string]>([
    ['ACTIVE', true, 'active'],
    ['SCHEMA_LOCKED', true, 'schema-locked'],
    ['READ_ONLY', false, 'read-only'],
    ['DESIGN', false, 'design'],
    ['MAINTENANCE', false, 'maintenance'],
  ])('%s allows writes: %s, and is called %s', (mode, writable, name) => {
    expect(allowsWrites(mode)).toBe(writable);
    expect(modeName(mode)).toBe(name);
  });
});
