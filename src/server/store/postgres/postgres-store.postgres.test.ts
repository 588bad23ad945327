import { afterAll, beforeAll, describe } from '@jest/globals';

import { Cluster } from '../../testing/postgres-cluster.ts';
import { shopDefinition } from '../testing/shop-definition.ts';
import { storeFacts } from '../testing/store-facts.ts';
import { PostgresStore } from './postgres-store.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

describe('the store in PostgreSQL', () => {
  storeFacts(async () => PostgresStore.open(shopDefinition, await cluster.newDatabase(), () => undefined));
});
