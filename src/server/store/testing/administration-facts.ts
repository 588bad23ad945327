import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { Administration, IssuedKey } from '../administration.ts';
import { hashOf } from '../key-hash.ts';
import type { Store } from '../store.ts';
import { AdministrationError } from '../store-errors.ts';

/** A database with a server's store on it, and two administrators. */
export interface Administered {
  readonly store: Store;
  readonly administration: Administration;
  readonly other: Administration;
}

/** What time it is for the administrators. */
export const NOW = new Date('2026-11-26T12:00:00Z');

const before = new Date('2026-11-26T11:59:59.999Z');
const after = new Date('2026-11-26T12:00:00.001Z');

/** A workspace whose only entity has a column of that name, so that the tables of two differ. */
function workspace(slug: string, column = 'note', more: Partial<WorkspaceDefinition> = {}): WorkspaceDefinition {
  const entities = [{ name: 'Thing', table: 'things', columns: [{ name: column, type: 'TEXT' } as const] }];
  return { slug, mode: 'ACTIVE', entities, keys: [], ...more };
}

function definition(organization: string, ...workspaces: readonly WorkspaceDefinition[]): Definition {
  return { organization, workspaces };
}

/** What holds for the administration of every database: `open` makes one that is empty. */
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

  describe('a workspace that is created', () => {
    it('is there for a server that asked for it before', async () => {
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

    it('is refused with all that come with it where one is there', async () => {
      const both = definition('acme', workspace('fresh'), workspace('late', 'different'));
      await expect(administration.createWorkspaces(both)).rejects.toThrow('there is a workspace acme/late already');
      await expect(administration.findWorkspace({ slug: 'fresh' })).rejects.toThrow(AdministrationError);
      expect(await store.findEntities('acme/fresh')).toEqual([]);
    });

    it('is refused where one of its keys is the key of another, which is not told', async () => {
      const key = { name: 'mine', key: 'sk_live_late_0123456789', permission: 'READ_WRITE' } as const;
      const refused = administration.createWorkspaces(definition('acme', workspace('thief', 'note', { keys: [key] })));
      await expect(refused).rejects.toThrow('the key mine of acme/thief is the key of another workspace');
      await expect(refused).rejects.not.toThrow(key.key);
      await expect(administration.findWorkspace({ slug: 'thief' })).rejects.toThrow('there is no workspace thief');
    });

    it('may have the slug of another organization’s, and keeps records of its own', async () => {
      const records = { Thing: [{ note: 'theirs' }] };
      await administration.createWorkspaces(definition('globex', workspace('late', 'note', { records })));
      const [entity, ...entities] = await store.findEntities('globex/late');
      if (entity === undefined) throw new Error('there are no entities');
      const collection = { workspace: 'globex/late', entity, entities: [entity, ...entities] };
      expect(await store.get(collection, 1)).toEqual({ id: 1, note: 'theirs' });
      expect(await administration.findWorkspace({ organization: 'globex', slug: 'late' })).toMatchObject({ keys: 0 });
      await expect(administration.findWorkspace({ slug: 'late' })).rejects.toThrow('say acme/late or globex/late');
      const all = await administration.listWorkspaces();
      expect(all.map((each) => `${each.organization}/${each.workspace}`)).toEqual(['acme/late', 'globex/late']);
    });

    it('is created once where two administrators create it at once', async () => {
      const outcomes = await Promise.allSettled(
        [administration, other].map((each) => each.createWorkspaces(definition('race', workspace('one', 'racing')))),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { message: expect.stringContaining('there is a workspace race/one already') } },
      ]);
    });

    it('does not get in the way of another whose tables are the same', async () => {
      const made = [administration, other].map((each, index) =>
        each.createWorkspaces(definition('race', workspace(`same-${index}`, 'same'))),
      );
      expect(await Promise.all(made)).toHaveLength(2);
    });
  });

  describe('an access mode that is changed', () => {
    it('is the mode of every key from then on', async () => {
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

    it('is refused for a workspace that is not there', async () => {
      const refused = administration.changeMode({ organization: 'acme', slug: 'nowhere' }, 'ACTIVE');
      await expect(refused).rejects.toThrow('there is no workspace acme/nowhere');
    });
  });

  describe('a key', () => {
    const at = { slug: 'keys' };
    const wanted = { permission: 'READ_WRITE', expiresAt: undefined } as const;
    beforeAll(() => administration.createWorkspaces(definition('acme', workspace('keys'))));

    it('is random, is told once, and is found by its hash', async () => {
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
        mode: 'ACTIVE',
        permission: 'READ_ONLY',
        expiresAt: after,
        revoked: false,
      });
      expect(await other.listKeys(at)).toEqual([summary]);
    });

    it('has a name of its own in its workspace', async () => {
      await administration.createKey(at, { name: 'twice', ...wanted });
      const again = administration.createKey(at, { name: 'twice', ...wanted });
      await expect(again).rejects.toThrow('acme/keys has a key twice already');
      const elsewhere = { organization: 'globex', slug: 'late' };
      expect(await administration.createKey(elsewhere, { name: 'twice', ...wanted })).toMatchObject({ name: 'twice' });
    });

    it('has one winner where many are created with one name', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 === 0 ? administration : other).createKey(at, { name: 'race', ...wanted }),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await administration.listKeys(at)).filter(({ name }) => name === 'race')).toHaveLength(1);
    });

    it('that cannot be shown is not created, or not rotated', async () => {
      const old = await administration.createKey(at, { name: 'shown', ...wanted });
      const keys = await other.listKeys(at);
      const shown: string[] = [];
      const fail = ({ key }: IssuedKey): never => {
        shown.push(key);
        throw new Error('the disk is full');
      };
      const attempts = [
        administration.createKey(at, { name: 'hidden', ...wanted }, fail),
        administration.rotateKey(at, 'shown', undefined, fail),
      ];
      for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected');
      expect(await other.listKeys(at)).toEqual(keys);
      expect(await store.findKey(hashOf(old.key))).toMatchObject({ revoked: false });
      expect(shown).toHaveLength(2);
      for (const key of shown) expect(await store.findKey(hashOf(key))).toBeUndefined();
    });

    it('is shown as it is issued', async () => {
      const shown: IssuedKey[] = [];
      const show = (key: IssuedKey): unknown => shown.push(key);
      const created = await administration.createKey(at, { name: 'seen', ...wanted }, show);
      expect(shown).toEqual([created, await administration.rotateKey(at, 'seen', undefined, show)]);
    });

    it('that is rotated is another, with the same name, permission and expiry', async () => {
      const old = await administration.createKey(at, { name: 'rotated', permission: 'READ_ONLY', expiresAt: after });
      const fresh = await other.rotateKey(at, 'rotated');
      expect(fresh).toEqual({ ...old, key: fresh.key, prefix: fresh.key.slice(0, 12) });
      expect(await store.findKey(hashOf(old.key))).toBeUndefined();
      expect(await store.findKey(hashOf(fresh.key))).toMatchObject({ permission: 'READ_ONLY', expiresAt: after });
    });

    it('that is rotated may get another expiry, or none', async () => {
      const later = new Date('2030-01-01T00:00:00Z');
      expect(await administration.rotateKey(at, 'rotated', later)).toMatchObject({ expiresAt: later });
      const { key, expiresAt } = await administration.rotateKey(at, 'rotated', null);
      expect(expiresAt).toBeUndefined();
      expect(await store.findKey(hashOf(key))).toMatchObject({ expiresAt: undefined });
    });

    it('that has expired is not rotated without another expiry', async () => {
      await administration.createKey(at, { name: 'expired', permission: 'READ_ONLY', expiresAt: before });
      const told = 'the key expired of acme/keys has expired at 2026-11-26T11:59:59.999Z';
      await expect(administration.rotateKey(at, 'expired')).rejects.toThrow(told);
      // The moment itself is too late: a key is valid before it.
      await expect(administration.rotateKey(at, 'expired', NOW)).rejects.toThrow('has expired');
      expect(await administration.rotateKey(at, 'expired', after)).toMatchObject({ expiresAt: after });
    });

    it('that is revoked stays so', async () => {
      const { key } = await administration.createKey(at, { name: 'revoked', ...wanted });
      expect(await other.revokeKey(at, 'revoked')).toMatchObject({ name: 'revoked', revoked: false });
      expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
      expect(await administration.revokeKey(at, 'revoked')).toMatchObject({ revoked: true });
      await expect(administration.rotateKey(at, 'revoked')).rejects.toThrow('the key revoked of acme/keys is revoked');
      expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
    });

    it('is never valid again where one administrator rotates what another revokes', async () => {
      await administration.createKey(at, { name: 'fought', ...wanted });
      const [rotated] = await Promise.allSettled([
        administration.rotateKey(at, 'fought'),
        other.revokeKey(at, 'fought'),
      ]);
      const key = rotated.status === 'fulfilled' ? rotated.value.key : undefined;
      if (key !== undefined) expect(await store.findKey(hashOf(key))).toMatchObject({ revoked: true });
      const all = await administration.listKeys(at);
      expect(all.find(({ name }) => name === 'fought')).toMatchObject({ revoked: true });
    });

    it('that is not there can be neither rotated nor revoked', async () => {
      const told = 'acme/keys has no key nobody';
      await expect(administration.rotateKey(at, 'nobody')).rejects.toThrow(told);
      await expect(administration.revokeKey(at, 'nobody')).rejects.toThrow(told);
    });

    it('is listed with those of its workspace, or of all', async () => {
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
