import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import type { ColumnDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { arbitraryDefinitions } from '../../../workspace/testing/arbitrary-definition.ts';
import { openAdministration } from '../../open-administration.ts';
import { Cluster } from '../../testing/postgres-cluster.ts';
import { hashOf } from '../key-hash.ts';
import { administrationFacts, NOW } from '../testing/administration-facts.ts';
import { updateFacts } from '../testing/update-facts.ts';
import { shopDefinition } from '../testing/shop-definition.ts';
import { collectionOf, queryOf } from '../testing/store-facts.ts';
import { OWN_SCHEMA, steps } from './migrations.ts';
import { modelOf } from './model.ts';
import { ownTables } from './own-tables.ts';
import { PostgresStore } from './postgres-store.ts';
import { runScript } from './run-script.ts';
import { types } from './session.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

const now = (): Date => NOW;

describe('the administration of a PostgreSQL database', () => {
  administrationFacts(async () => {
    const database = await cluster.newDatabase();
    return {
      store: await PostgresStore.open(undefined, database, () => undefined),
      administration: await openAdministration({ database, now }),
      other: await openAdministration({ database, now }),
    };
  });
});

describe('the update of workspaces in a PostgreSQL database', () => {
  const open = async () => {
    const database = await cluster.newDatabase();
    const store = await PostgresStore.open(undefined, database, () => undefined);
    return { store, administration: await openAdministration({ database, now }) };
  };
  updateFacts(open, arbitraryDefinitions(25, 7));

  it('refuses a column that a workspace with the same tables has with another type', async () => {
    const { store, administration } = await open();
    const update = (slug: string, ...columns: readonly ColumnDefinition[]) =>
      administration.updateWorkspaces({
        organization: 'acme',
        workspaces: [{ slug, mode: 'ACTIVE', keys: [], entities: [{ name: 'Thing', table: 'things', columns }] }],
      });
    const note = { name: 'note', type: 'TEXT' } as const;
    for (const slug of ['one', 'two'])
      await administration.createWorkspaces({
        organization: 'acme',
        workspaces: [
          { slug, mode: 'ACTIVE', keys: [], entities: [{ name: 'Thing', table: 'things', columns: [note] }] },
        ],
      });
    await update('one', note, { name: 'rank', type: 'INTEGER' }, { name: 'code', type: 'TEXT' });
    const refused = update('two', note, { name: 'rank', type: 'TEXT' });
    await expect(refused).rejects.toThrow('Thing.rank cannot be added, because another workspace');
    await expect(update('two', note, { name: 'code', type: 'TEXT', unique: true })).rejects.toThrow(
      'Thing.code cannot',
    );
    await update('two', note, { name: 'rank', type: 'DECIMAL' });
    const things = await collectionOf(store, 'Thing', 'acme/two');
    expect(await store.create(things, { rank: 1.25 })).toEqual({ id: 1, note: null, rank: 1.25 });
    await Promise.all([store.close(), administration.close()]);
  });
});

/** Creates a database in the format of the first version of this server, with the workspace `shop`. */
async function firstVersion(): Promise<string> {
  const url = await cluster.newDatabase();
  const [created = []] = steps;
  const client = new Client({ connectionString: url, types });
  await client.connect();
  await client.query(`CREATE SCHEMA ${OWN_SCHEMA}; CREATE TABLE ${OWN_SCHEMA}.steps (done bigint PRIMARY KEY)`);
  for (const statement of [...created, `INSERT INTO ${OWN_SCHEMA}.steps (done) VALUES (1)`])
    await client.query(statement);
  const { mode, entities } = shop();
  await client.query(`INSERT INTO ${OWN_SCHEMA}.workspaces VALUES ('shop', 'acme-corp', $1, $2, $3)`, [
    mode,
    modelOf(entities),
    JSON.stringify(entities),
  ]);
  const key = [hashOf('sk_live_shop'), 'sk_live_', 'READ_WRITE', 0];
  await client.query(`INSERT INTO ${OWN_SCHEMA}.keys VALUES ('shop', 'all', $1, $2, $3, NULL, $4)`, key);
  // The first version used slugs as workspace ids.
  await runScript(client, ownTables.fill('shop', shop()));
  await client.end();
  return url;
}

describe('a database of the first version', () => {
  it('keeps its workspaces, keys and records, and accepts new ones', async () => {
    const database = await firstVersion();
    const store = await PostgresStore.open(shopDefinition, database, () => undefined);
    expect(await store.findKey(hashOf('sk_live_shop'))).toMatchObject({ workspace: 'shop', workspaceId: 'shop' });
    const shelves = await collectionOf(store, 'Shelf', 'shop');
    expect(await store.get(shelves, 1)).toMatchObject({ label: 'low' });
    expect(await store.create(shelves, { label: 'new' })).toMatchObject({ id: 3 });

    const administration = await openAdministration({ database, now });
    const duplicate = administration.createWorkspaces(shopDefinition);
    await expect(duplicate).rejects.toThrow('the workspace acme-corp/shop already exists');
    await administration.createWorkspaces({ ...shopDefinition, organization: 'globex', workspaces: [shop()] });
    const theirs = await collectionOf(store, 'Shelf', 'globex/shop');
    expect(await store.list(theirs, queryOf(theirs, {}))).toMatchObject({ totalElements: 2 });
    const all = await administration.listWorkspaces();
    expect(all.map(({ organization, workspace }) => `${organization}/${workspace}`)).toEqual([
      'acme-corp/shop-2',
      'globex/shop',
      'acme-corp/shop',
    ]);
    await store.close();
    await administration.close();
  });
});

/** The shop without its keys, which are already in use. */
function shop(): WorkspaceDefinition {
  const [first] = shopDefinition.workspaces;
  if (first === undefined) throw new Error('the shop has no workspace');
  return { ...first, keys: [] };
}
