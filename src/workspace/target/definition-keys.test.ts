import { describe, expect, it } from '@jest/globals';

import type { AccessMode } from '../access-mode.ts';
import type { KeyDefinition, WorkspaceDefinition } from '../definition.ts';
import { definitionKeys } from './definition-keys.ts';

const now = new Date('2026-06-01T00:00:00Z');
const past = '2026-05-31T23:59:59Z';
const future = '2026-06-01T00:00:01Z';

const key = (name: string, parts: Partial<KeyDefinition> = {}): KeyDefinition => ({
  name,
  key: `key-${name}`,
  permission: 'READ_WRITE',
  ...parts,
});
const workspace = (slug: string, mode: AccessMode, keys: readonly KeyDefinition[]): WorkspaceDefinition => ({
  slug,
  mode,
  entities: [],
  keys,
});

describe('definitionKeys', () => {
  it('finds a key for each purpose, whatever its name is', () => {
    const main = workspace('main', 'ACTIVE', [
      key('a', { revoked: true }),
      key('b', { expiresAt: past }),
      key('c', { permission: 'READ_ONLY' }),
      key('d', { expiresAt: future }),
    ]);
    const archive = workspace('archive', 'READ_ONLY', [key('e')]);
    expect(definitionKeys({ workspaces: [archive, main] }, main, now)).toEqual({
      keys: { readWrite: 'key-d', readOnly: 'key-c', expired: 'key-b', revoked: 'key-a', otherWorkspace: 'key-e' },
      restricted: { workspace: 'archive', mode: 'read-only', key: 'key-e' },
    });
  });

  it.each([
    ['an expired one that is also revoked', key('a', { expiresAt: past, revoked: true })],
    ['none', undefined],
  ])('leaves out what the definition does not have: %s', (_what, only) => {
    const main = workspace('main', 'ACTIVE', only === undefined ? [] : [only]);
    const other = workspace('other', 'ACTIVE', [key('b', { expiresAt: past }), key('c', { revoked: true })]);
    expect(definitionKeys({ workspaces: [main, other] }, main, now)).toEqual({ keys: {} });
  });

  it('prefers a restricted workspace with a key, then one that is read-only', () => {
    const main = workspace('main', 'ACTIVE', []);
    const keyless = workspace('keyless', 'READ_ONLY', [key('a', { permission: 'READ_ONLY' })]);
    const design = workspace('design', 'DESIGN', [key('b')]);
    const archive = workspace('archive', 'READ_ONLY', [key('c')]);
    const restricted = (...others: readonly WorkspaceDefinition[]) =>
      definitionKeys({ workspaces: [main, ...others] }, main, now).restricted;
    expect(restricted(keyless, design, archive)).toEqual({ workspace: 'archive', mode: 'read-only', key: 'key-c' });
    expect(restricted(keyless, design)).toEqual({ workspace: 'design', mode: 'design', key: 'key-b' });
    expect(restricted(keyless)).toEqual({ workspace: 'keyless', mode: 'read-only' });
    expect(restricted(workspace('locked', 'SCHEMA_LOCKED', [key('d')]))).toBeUndefined();
  });
});
