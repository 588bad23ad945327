import { afterAll, beforeAll, describe } from '@jest/globals';

import { Cluster } from '../../src/server/testing/postgres-cluster.ts';
import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { raceFacts } from './race-facts.ts';
import { serveTogether } from './serve-together.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(async () => {
  killServedProcesses();
  await cluster.remove();
});

describe.each([
  ['one server', 1],
  ['three servers', 3],
])('%s on one PostgreSQL', (_title, count) => {
  raceFacts(async () => {
    const environment = { DATABASE_URL: await cluster.newDatabase() };
    const servers = await Promise.all(Array.from({ length: count }, () => serveInProcess([], environment)));
    return serveTogether(servers);
  });
});
