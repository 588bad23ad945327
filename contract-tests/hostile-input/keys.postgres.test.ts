import { afterAll, beforeAll, describe } from '@jest/globals';

import { Cluster, runSql } from '../../src/server/testing/postgres-cluster.ts';
import { startTestServer } from '../../src/server/testing/test-server.ts';
import { keyFacts } from './key-facts.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

describe('three servers on one PostgreSQL', () => {
  keyFacts(async () => {
    const database = await cluster.newDatabase();
    const servers = await Promise.all([1, 2, 3].map(() => startTestServer({ database })));
    return { servers, change: async (sql) => void (await runSql(database, sql)), schema: 'workspace_api.' };
  });
});
