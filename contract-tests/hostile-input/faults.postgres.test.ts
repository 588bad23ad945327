import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../../src/contract/index.ts';
import { Cluster, runSql } from '../../src/server/testing/postgres-cluster.ts';
import type { Answer } from '../../src/server/testing/test-server.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { cuttableProxy } from './cuttable-proxy.ts';
import { expectToHold } from './expect-to-hold.ts';
import { storedCustomers } from './stored-customers.ts';
import { startWriteLoad } from './write-load.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

let database: string;
beforeEach(async () => {
  database = await cluster.newDatabase();
});
afterEach(killServedProcesses);

const serve = (url = database) => serveInProcess([], { DATABASE_URL: url });

const internalError = {
  status: 500,
  body: toEnvelope(fail('internalError', { message: contract.scenarios.internalError.example })),
};

const create = (server: { readonly url: string }, email: string): Promise<Answer> =>
  ask(server, { method: 'POST', body: { name: 'Jane Doe', email } });

/** The longest time that a response may take, in milliseconds: waiting for a connection plus waiting for a statement. */
const TIME_LIMIT = 10_000;

async function answeredInTime(answer: Promise<Answer>): Promise<Answer> {
  const since = performance.now();
  const settled = await answer;
  expect(performance.now() - since).toBeLessThan(TIME_LIMIT);
  return settled;
}

/** Runs SQL statements in a trigger, either before each new customer is stored or when the insert is committed. */
async function whenCustomersAreStored(when: 'before' | 'atCommit', statements: string): Promise<void> {
  const [place] = await runSql(database, `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'customers'`);
  const trigger =
    when === 'before' ? 'CREATE TRIGGER fault BEFORE INSERT' : 'CREATE CONSTRAINT TRIGGER fault AFTER INSERT';
  const deferred = when === 'before' ? '' : 'DEFERRABLE INITIALLY DEFERRED';
  await runSql(
    database,
    `CREATE SEQUENCE attempts;
    CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${statements} RETURN NEW; END $$;
    ${trigger} ON "${place?.schema}".customers ${deferred} FOR EACH ROW EXECUTE FUNCTION fault()`,
  );
}

/** Returns how often the trigger ran. Sequences are not rolled back with their transaction. */
async function attempts(): Promise<number> {
  const [row] = await runSql(database, 'SELECT last_value, is_called FROM attempts');
  return row?.is_called === true ? Number(row.last_value) : 0;
}

const terminateConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'workspace-api'`;

describe('the database is gone', () => {
  it.each(['SIGINT', 'SIGQUIT'] as const)(
    '500 within the time limit, recovery without a restart, no crash, no acknowledged write lost: %s',
    async (signal) => {
      const server = await serve();
      const load = startWriteLoad(server.url);
      await load.more(100);
      await cluster.stop(signal);
      const answers = [ask(server), create(server, 'gone@example.com')].map(answeredInTime);
      for (const answer of await Promise.all(answers)) expect(answer).toMatchObject(internalError);
      // An unauthenticated caller still gets 401, so the outage is not revealed.
      expect(await ask(server, { key: null })).toMatchObject({ status: 401, body: toEnvelope(fail('invalidApiKey')) });
      await cluster.startAgain();
      await load.more(100);
      await load.stop();
      expect([...load.refused.keys()]).toEqual([500]);
      expect(load.unanswered).toEqual([]);
      expectToHold(await storedCustomers(server.url), load);
      expect(await server.end('SIGTERM')).toBe(0);
    },
  );

  it('500 within the time limit if the database stops responding, and recovery without a restart', async () => {
    const { host, name } = placeOf(database);
    const proxy = await cuttableProxy(`${host}/.s.PGSQL.5432`);
    const server = await serve(`postgres://postgres@127.0.0.1:${proxy.port}/${name}`);
    expect(await ask(server)).toMatchObject({ status: 200 });
    proxy.hold(true);
    expect(await answeredInTime(ask(server))).toMatchObject(internalError);
    proxy.hold(false);
    expect(await ask(server)).toMatchObject({ status: 200 });
    await server.end('SIGTERM');
    await proxy.close();
  });
});

describe('the database is away for a moment', () => {
  it('no request fails that can wait: it restarts', async () => {
    const server = await serve();
    expect(await ask(server)).toMatchObject({ status: 200 });
    await cluster.stop();
    const answers = [ask(server), create(server, 'waited@example.com')];
    await wait(500);
    await cluster.startAgain();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 201]);
    await server.end('SIGTERM');
  });

  it('no request fails that can wait: it is a standby that is promoted', async () => {
    const server = await serve();
    const [{ name }, outside] = [placeOf(database), await cluster.newDatabase()];
    // What a standby answers to writes. The setting is read when a connection starts.
    await runSql(outside, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await runSql(database, terminateConnections);
    const answer = create(server, 'promoted@example.com');
    await wait(500);
    await runSql(outside, `ALTER DATABASE ${name} RESET ALL`);
    expect(await answer).toMatchObject({ status: 201 });
    await server.end('SIGTERM');
  });

  it('a read whose connection is lost is repeated', async () => {
    const { host, name } = placeOf(database);
    const proxy = await cuttableProxy(`${host}/.s.PGSQL.5432`);
    const server = await serve(`postgres://postgres@127.0.0.1:${proxy.port}/${name}`);
    await create(server, 'read-again@example.com');
    proxy.cutAtAnswer('read-again@example.com');
    expect(await ask(server)).toMatchObject({ status: 200, text: expect.stringContaining('read-again@example.com') });
    await server.end('SIGTERM');
    await proxy.close();
  });
});

describe('the synchronous standby does not respond', () => {
  it('writes get 500 within the time limit and pile up no connections; reads and readiness go on', async () => {
    const server = await serve();
    const name = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'workspace-api'`;
    const setStandby = (names: string): Promise<unknown> =>
      runSql(database, `ALTER SYSTEM SET synchronous_standby_names = ${names}`).then(() =>
        runSql(database, 'SELECT pg_reload_conf()'),
      );
    await setStandby("'gone'");
    const waiting = () => runSql(database, `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'`);
    const answers = Array.from({ length: 20 }, (_each, index) => create(server, `alone-${index}@example.com`));
    while ((await waiting()).length === 0);
    expect(await ask(server)).toMatchObject({ status: 200 });
    expect((await fetch(new URL('/readyz', server.url))).status).toBe(200);
    for (const answer of await Promise.all(answers.map(answeredInTime))) expect(answer).toMatchObject(internalError);
    // PostgreSQL has no time limit for such a commit, so without a cancellation its process would wait on.
    const deadline = performance.now() + 2000;
    while ((await waiting()).length > 0 && performance.now() < deadline) await wait(50);
    expect(await waiting()).toEqual([]);
    expect(Number((await runSql(database, name))[0]?.count)).toBeLessThanOrEqual(10);
    await setStandby("''");
    expect(await create(server, 'together@example.com')).toMatchObject({ status: 201 });
    await server.end('SIGTERM');
  });
});

describe('connections are cut', () => {
  it('under load: 500 for requests in flight, no acknowledged write lost, recovery without a restart', async () => {
    const server = await serve();
    const load = startWriteLoad(server.url);
    for (let round = 0; round < 5; round += 1) {
      await load.more(50);
      await runSql(database, terminateConnections);
    }
    await load.more(50);
    await load.stop();
    expect([...load.refused.keys()].filter((status) => status !== 500)).toEqual([]);
    expect(load.unanswered).toEqual([]);
    expectToHold(await storedCustomers(server.url), load);
    expect(server.errors()).not.toContain('postgres://');
    await server.end('SIGTERM');
  });
});

describe('the connection pool is exhausted', () => {
  it('500 within the time limit, recovery without a restart', async () => {
    const server = await serve();
    const [place] = await runSql(database, `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'customers'`);
    const lock = runSql(
      database,
      `BEGIN; LOCK TABLE "${place?.schema}".customers IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)`,
    ).catch(() => 'released');
    const locked = `SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = '"${place?.schema}".customers'::regclass`;
    while ((await runSql(database, locked)).length === 0);
    const answers = Array.from({ length: 30 }, (_each, index) => create(server, `waits-${index}@example.com`));
    for (const answer of await Promise.all(answers.map(answeredInTime))) expect(answer).toMatchObject(internalError);
    await runSql(database, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%'`);
    expect(await lock).toBe('released');
    expect(await create(server, 'afterwards@example.com')).toMatchObject({ status: 201 });
    expect([...(await storedCustomers(server.url)).keys()].filter((email) => email.startsWith('waits'))).toEqual([]);
    await server.end('SIGTERM');
  });
});

describe('a serialization failure or a deadlock', () => {
  it.each([
    ['serialization_failure', '40001'],
    ['deadlock_detected', '40P01'],
  ])('is retried a few times: %s', async (_title, state) => {
    const server = await serve();
    await whenCustomersAreStored('before', `IF nextval('attempts') < 4 THEN RAISE SQLSTATE '${state}'; END IF;`);
    expect(await create(server, 'again@example.com')).toMatchObject({ status: 201 });
    expect(await attempts()).toBe(4);
    expect((await storedCustomers(server.url)).has('again@example.com')).toBe(true);
    await server.end('SIGTERM');
  });

  it('returns 500 if the retries fail too', async () => {
    const server = await serve();
    await whenCustomersAreStored('before', `PERFORM nextval('attempts'); RAISE SQLSTATE '40001';`);
    expect(await create(server, 'in-vain@example.com')).toMatchObject(internalError);
    expect(await attempts()).toBe(5);
    await server.end('SIGTERM');
  });
});

describe('a connection lost during COMMIT', () => {
  it('500, never retried: before the commit took effect', async () => {
    const server = await serve();
    await whenCustomersAreStored('atCommit', `PERFORM nextval('attempts'), pg_terminate_backend(pg_backend_pid());`);
    expect(await create(server, 'lost@example.com')).toMatchObject(internalError);
    expect(await attempts()).toBe(1);
    expect((await storedCustomers(server.url)).has('lost@example.com')).toBe(false);
    await server.end('SIGTERM');
  });

  it('500, never retried: after the commit took effect', async () => {
    const { host, name } = placeOf(database);
    const proxy = await cuttableProxy(`${host}/.s.PGSQL.5432`);
    const server = await serve(`postgres://postgres@127.0.0.1:${proxy.port}/${name}`);
    await whenCustomersAreStored('before', `PERFORM nextval('attempts');`);
    proxy.cutAtAnswer('unheard@example.com');
    expect(await create(server, 'unheard@example.com')).toMatchObject(internalError);
    expect(await attempts()).toBe(1);
    expect((await storedCustomers(server.url)).has('unheard@example.com')).toBe(true);
    await server.end('SIGTERM');
    await proxy.close();
  });
});

describe('kill -9', () => {
  it('of one server out of three: every acknowledged write is stored, and the others keep working', async () => {
    const [first, ...others] = await Promise.all([serve(), serve(), serve()]);
    const loads = [first, ...others].map((server) => startWriteLoad(server?.url ?? ''));
    await Promise.all(loads.map((load) => load.more(50)));
    await first?.end('SIGKILL');
    await Promise.all(loads.slice(1).map((load) => load.more(50)));
    await Promise.all(loads.map((load) => load.stop()));
    for (const load of loads) {
      expect([...load.refused]).toEqual([]);
      expectToHold(await storedCustomers(others[0]?.url ?? ''), load);
    }
    await Promise.all(others.map((server) => server.end('SIGTERM')));
  });
});

describe('SIGTERM during writes', () => {
  it('every acknowledged write is stored, every open request gets a response', async () => {
    const server = await serve();
    const load = startWriteLoad(server.url);
    await load.more(100);
    expect(await server.end('SIGTERM')).toBe(0);
    await load.stop();
    expect([...load.refused]).toEqual([]);
    const again = await serve();
    expectToHold(await storedCustomers(again.url), load);
    expect(load.unanswered).toEqual([]);
    await again.end('SIGTERM');
  });
});

/** Returns the folder of the database's socket and the database's name. */
function placeOf(url: string): { readonly host: string; readonly name: string } {
  const { searchParams, pathname } = new URL(url);
  return { host: searchParams.get('host') ?? '', name: pathname.slice(1) };
}
