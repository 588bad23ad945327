import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { nameFacts } from './testing/name-facts.ts';
import { sqlKeywords, systemColumns } from './testing/odd-names.ts';
import { Cluster, runSql } from './testing/postgres-cluster.ts';
import { startTestServer } from './testing/test-server.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

describe('every name that a definition accepts, in PostgreSQL,', () => {
  nameFacts(async (definition) => startTestServer({ definition, database: await cluster.newDatabase() }));
});

describe('the names in these tests', () => {
  it('include every keyword and every system column of this PostgreSQL', async () => {
    const database = await cluster.newDatabase();
    const keywords = await runSql(database, 'SELECT word AS name FROM pg_get_keywords()');
    const columns = await runSql(
      database,
      "SELECT attname AS name FROM pg_attribute WHERE attrelid = 'pg_class'::regclass AND attnum < 0",
    );
    expect(sqlKeywords).toEqual(expect.arrayContaining(keywords.map(({ name }) => name)));
    expect(systemColumns.toSorted()).toEqual(columns.map(({ name }) => String(name)).toSorted());
  });
});
