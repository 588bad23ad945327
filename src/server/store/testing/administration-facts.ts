import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { Administration, IssuedKey } from '../administration.ts';
import { hashOf } from '../key-hash.ts';
import type { Store } from '../store.ts';
import { AdministrationError } from '../store-errors.ts';

/** A database with the store of a server and two administrators. */
export interface Administered {
  readonly store: Store;
  readonly administration: Administration;
  readonly other: Administration;
}

/** The current time of the administrators. */
export const NOW = new Date('2026-11-26T12:00:00Z');

const before = new Date('2026-11-26T11:59:59.999Z');
const after = new Date('2026-11-26T12:00:00.001Z');

/** Returns a workspace whose only entity has one column. Different column names lead to different tables. */
function workspace(slug: string, column = 'note', more: Partial<WorkspaceDefinition> = {}): WorkspaceDefinition {
  const entities = [{ name: 'Thing', table: 'things', columns: [{ name: column, type: 'TEXT' } as const] }];
  return { slug, mode: 'ACTIVE', entities, keys: [], ...more };
}

function definition(organization: string, ...workspaces: readonly WorkspaceDefinition[]): Definition {
  return { organization, workspaces };
}

/** The tests that the administration of every database must pass. `open` returns an empty database. */
export function administrationFacts(open: () => Promise<Administered>): void {
  let store: Store;
  let administration: Administration;
  let other: Administration;
  beforeAll(async () => {
    ({ store, administration, other } = await open());
  });
  afterAll(async () => {
    await Promise.all([store.close(), administration.close(), other.close()]);
  });

  describe('a new workspace', () => {
    it('is found by a server that looked it up before it existed', async () => {
      expect(await store.findEntities('acme/late')).toEqual([]);
      const key = { name: 'first', key: 'sk_live_late_0123456789', permission: 'READ_ONLY' } as const;
      const late = workspace('late', 'note', { mode: 'DESIGN', keys: [key], records: { Thing: [{ note: 'one' }] } });
      const summary = { organization: 'acme', workspace: 'late', mode: 'DESIGN', entities: ['Thing'], keys: 1 };
      expect(await administration.createWorkspaces(definition('acme', late))).toEqual([summary]);
      expect(await other.findWorkspace({ slug: 'late' })).toEqual(summary);
      expect(await store.findKey(hashOf(key.key))).toMatchObject({ workspaceId: 'acme/late', mode: 'DESIGN' });
      const entities = await store.findEntities('acme/late');
      const [entity] = entities;
      if (entity === undefined) throw new Error('there are no entities');
      const collection = { workspace: 'acme/late', entity, entities };
      expect(await store.get(collection, 1)).toEqual({ id: 1, note: 'one' });
      expect(await store.create(collection, { note: 'two' })).toEqual({ id: 2, note: 'two' });
    });

    it('is refused if another workspace of its definition already exists', async () => {
      const both = definition('acme', workspace('fresh'), workspace('late', 'different'));
      await expect(administration.createWorkspaces(both)).rejects.toThrow('the workspace acme/late already exists');
      await expect(administration.findWorkspace({ slug: 'fresh' })).rejects.toThrow(AdministrationError);
      expect(await store.findEntities('acme/fresh')).toEqual([]);
    });

    it('is refused if one of its keys belongs to another workspace, without revealing the key', async () => {
      const key = { name: 'mine', key: 'sk_live_late_0123456789', permission: 'READ_WRITE' } as const;
      const refused = administration.createWorkspaces(definition('acme', workspace('thief', 'note', { keys: [key] })));
      await expect(refused).rejects.toThrow('the key mine of acme/thief already belongs to another workspace');
      await expect(refused).rejects.not.toThrow(key.key);
      await expect(administration.findWorkspace({ slug: 'thief' })).rejects.toThrow('there is no workspace thief');
    });

    it('may have the same slug as a workspace of another organization, and has separate records', async () => {
      const records = { Thing: [{ note: 'theirs' }] };
      await administration.createWorkspaces(definition('globex', workspace('late', 'note', { records })));
      const [entity, ...entities] = await store.findEntities('globex/late');
      if (entity === undefined) throw new Error('there are no entities');
      const collection = { workspace: 'globex/late', entity, entities: [entity, ...entities] };
      expect(await store.get(collection, 1)).toEqual({ id: 1, note: 'theirs' });
      expect(await administration.findWorkspace({ organization: 'globex', slug: 'late' })).toMatchObject({ keys: 0 });
      await expect(administration.findWorkspace({ slug: 'late' })).rejects.toThrow('use acme/late or globex/late');
      const all = await administration.listWorkspaces();
      expect(all.map((each) => `${each.organization}/${each.workspace}`)).toEqual(['acme/late', 'globex/late']);
    });

    it('is created only once if two administrators create it concurrently', async () => {
      const outcomes = await Promise.allSettled(
        [administration, other].map((each) => each.createWorkspaces(definition('race', workspace('one', 'racing')))),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { message: expect.stringContaining('the workspace race/one already exists') } },
      ]);
    });

    it('can be created concurrently with another one that has the same tables', async () => {
      const made = [administration, other].map((each, index) =>
        each.createWorkspaces(definition('race', workspace(`same-${index}`, 'same'))),
      );
      expect(await Promise.all(made)).toHaveLength(2);
    });
  });

  describe('a changed access mode', () => {
    it('applies to every key of the workspace', async () => {
      const at = { organization: 'acme', slug: 'late' };
      const { key } = await administration.createKey(at, {
        name: 'mode',
        permission: 'READ_WRITE',
        expiresAt: undefined,
      });
      expect(await other.changeMode(at, 'MAINTENANCE')).toMatchObject({ mode: 'DESIGN' });
      expect(await store.findKey(hashOf(key))).toMatchObject({ mode: 'MAINTENANCE' });
      expect(await administration.changeMode(at, 'ACTIVE')).toMatchObject({ mode: 'MAINTENANCE' });
      expect(await administration.findWorkspace({ organization: 'globex', slug: 'late' })).toMatchObject({
        mode: 'ACTIVE',
      });
    });

    it('is refused for a workspace that does not exist', async () => {
      const refused = administration.changeMode({ organization: 'acme', slug: 'nowhere' }, 'ACTIVE');
      await expect(refused).rejects.toThrow('there is no workspace acme/nowhere');
    });
  });

  describe('a key', () => {
    const at = { slug: 'keys' };
    const requested = { permission: 'READ_WRITE', expiresAt: undefined } as const;
    beforeAll(() => administration.createWorkspaces(definition('acme', workspace('keys'))));

    it('is random, is returned once, and is found by its hash', async () => {
      const made = await administration.createKey(at, { name: 'read', permission: 'READ_ONLY', expiresAt: after });
      const { key, ...summary } = made;
      expect(key).toMatch(/^sk_live_[0-9a-f]{64}$/);
      expect(summary).toEqual({
        organization: 'acme',
        workspace: 'keys',
        name: 'read',
        prefix: expect.stringMatching(/^sk_live_[0-9a-f]{4}$/),
        permission: 'READ_ONLY',
        expiresAt: after,
        revoked: false,
      });
      expect(await store.findKey(hashOf(key))).toEqual({
        organization: 'acme',
        workspace: 'keys',
        workspaceId: 'acme/keys',
        revision: 0,
        mode: 'ACTIVE',
        permission: 'READ_ONLY',
        expiresAt: after,
        revoked: false,
      });
      expect(await other.listKeys(at)).toEqual([summary]);
    });

    it('has a unique name in its workspace', async () => {
      await administration.createKey(at, { name: 'twice', ...requested });
      const again = administration.createKey(at, { name: 'twice', ...requested });
      await expect(again).rejects.toThrow('acme/keys already has a key named twice');
      const elsewhere = { organization: 'globex', slug: 'late' };
      expect(await administration.createKey(elsewhere, { name: 'twice', ...requested })).toMatchObject({
        name: 'twice',
      });
    });

    it('is created only once if many are created with the same name concurrently', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 === 0 ? administration : other).createKey(at, { name: 'race', ...requested }),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await administration.listKeys(at)).filter(({ name }) => name === 'race')).toHaveLength(1);
    });

    it('that cannot be shown is not created, or not rotated', async () => {
      const old = await administration.createKey(at, { name: 'shown', ...requested });
      const keys = await other.listKeys(at);
      const shown: string[] = [];
      const fail = ({ key }: IssuedKey): never => {
        shown.push(key);
        throw new Error('the disk is full');
      };
      const attempts = [
        administration.createKey(at, { name: 'hidden', ...requested }, fail),
        administration.rotateKey(at, 'shown', undefined, fail),
      ];
      for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected');
      expect(await other.listKeys(at)).toEqual(keys);
      expect(await store.findKey(hashOf(old.key))).toMatchObject({ revoked: false });
      expect(shown).toHaveLength(2);
      for (const key of shown) expect(await store.findKey(hashOf(key))).toBeUndefined();
    });

    it('is shown exactly as it is returned', async () => {
      const shown: IssuedKey[] = [];
      const show = (key: IssuedKey): unknown => shown.push(key);
      const created = await administration.createKey(at, { name: 'seen', ...requested }, show);
      expect(shown).toEqual([created, await administration.rotateKey(at, 'seen', undefined, show)]);
    });

    it('that is rotated is replaced by one with the same name, permission and expiry', async () => {
      const old = await administration.createKey(at, { name: 'rotated', permission: 'READ_ONLY', expiresAt: after });
      const fresh = await other.rotateKey(at, 'rotated');
      expect(fresh).toEqual({ ...old, key: fresh.key, prefix: fresh.key.slice(0, 12) });
      expect(await store.findKey(hashOf(old.key))).toBeUndefined();
      expect(await store.findKey(hashOf(fresh.key))).toMatchObject({ permission: 'READ_ONLY', expiresAt: after });
    });

    it('that is rotated can get another expiry, or none', async () => {
      const later = new Date('2030-01-01T00:00:00Z');
      expect(await administration.rotateKey(at, 'rotated', later)).toMatchObject({ expiresAt: later });
      const { key, expiresAt } = await administration.rotateKey(at, 'rotated', null);
      expect(expiresAt).toBeUndefined();
      expect(await store.findKey(hashOf(key))).toMatchObject({ expiresAt: undefined });
    });

    it('that has expired is not rotated without an expiry in the future', async () => {
      await administration.createKey(at, { name: 'expired', permission: 'READ_ONLY', expiresAt: before });
      const message = 'the key expired of acme/keys expired at 2026-11-26T11:59:59.999Z';
      await expect(administration.rotateKey(at, 'expired')).rejects.toThrow(message);
      // A key is no longer valid at the exact time of its expiry.
      await expect(administration.rotateKey(at, 'expired', NOW)).rejects.toThrow(
        'the key expired of acme/keys expired at',
      );
      expect(await administration.rotateKey(at, 'expired', after)).toMatchObject({ expiresAt: after });
    });

    it('that is revoked stays revoked', async () => {
      const { key } = await administration.createKey(at, { name: 'revoked', ...requested });
      expect(await other.revokeKey(at, 'revoked')).toMatchObject({ name: 'revoked', revoked: false });
      expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
      expect(await administration.revokeKey(at, 'revoked')).toMatchObject({ revoked: true });
      await expect(administration.rotateKey(at, 'revoked')).rejects.toThrow('the key revoked of acme/keys is revoked');
      expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
    });

    it('is revoked if one administrator rotates it while another revokes it', async () => {
      await administration.createKey(at, { name: 'fought', ...requested });
      const [rotated] = await Promise.allSettled([
        administration.rotateKey(at, 'fought'),
        other.revokeKey(at, 'fought'),
      ]);
      const key = rotated.status === 'fulfilled' ? rotated.value.key : undefined;
      if (key !== undefined) expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
      const all = await administration.listKeys(at);
      expect(all.find(({ name }) => name === 'fought')).toMatchObject({ revoked: true });
    });

    it('that does not exist can be neither rotated nor revoked', async () => {
      const message = 'acme/keys has no key named missing';
      await expect(administration.rotateKey(at, 'missing')).rejects.toThrow(message);
      await expect(administration.revokeKey(at, 'missing')).rejects.toThrow(message);
    });

    it('is listed with the keys of its workspace, or of all workspaces', async () => {
      const here = await administration.listKeys(at);
      expect(here.map(({ name }) => name)).toEqual([
        'expired',
        'fought',
        'race',
        'read',
        'revoked',
        'rotated',
        'seen',
        'shown',
        'twice',
      ]);
      const all = await administration.listKeys();
      expect(all.filter((key) => key.workspace === 'keys')).toEqual(here);
      expect(new Set(all.map(({ organization }) => organization))).toEqual(new Set(['acme', 'globex']));
      for (const key of all) expect(key).not.toHaveProperty('key');
    });
  });
}
