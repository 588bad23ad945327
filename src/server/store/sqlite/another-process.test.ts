import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../../../contract/index.ts';
import { demoDefinition } from '../../../workspace/index.ts';
import type { Answer } from '../../testing/test-server.ts';
import { ask, demoKeys, startTestServer } from '../../testing/test-server.ts';
import { hashOf } from '../key-hash.ts';
import { SqliteStore } from './sqlite-store.ts';

const jane = { name: 'Jane Doe', email: 'jane@example.com' };

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
  data = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an existing file', () => {
  it('of another program is refused and stays unchanged', async () => {
    const database = new DatabaseSync(data);
    database.exec('CREATE TABLE theirs (id INTEGER)');
    await expect(startTestServer({ data })).rejects.toThrow('choose another file');
    expect(database.prepare('SELECT name FROM sqlite_schema').all()).toMatchObject([{ name: 'theirs' }]);
    database.close();
  });

  it('of another version is refused and stays unchanged', async () => {
    const database = new DatabaseSync(data);
    database.exec('PRAGMA user_version = 99');
    await expect(startTestServer({ data })).rejects.toThrow('choose another file');
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 });
    database.close();
  });
});

describe('the database itself', () => {
  it.each([
    ['null in a required column', `("name", "email") VALUES (NULL, 'x@example.com')`, 'NOT NULL'],
    ['a duplicate', `("name", "email") VALUES ('x', 'ada@example.com')`, 'UNIQUE'],
  ])('refuses %s', async (_title, values, message) => {
    const server = await startTestServer({ data });
    const database = new DatabaseSync(data);
    expect(() => database.exec(`INSERT INTO "acme-corp/sales.customers" ${values}`)).toThrow(message);
    database.close();
    await server.close();
  });

  it('refuses a reference to a record that does not exist', async () => {
    const server = await startTestServer({ data });
    const database = new DatabaseSync(data);
    const insert = `INSERT INTO "acme-corp/sales.orders" ("orderNumber", "customer_id") VALUES ('ORD-9', 999)`;
    expect(() => database.exec(insert)).toThrow('FOREIGN KEY');
    database.close();
    await server.close();
  });
});

describe('a change that another process makes in the file', () => {
  async function change(sql: string): Promise<Answer[]> {
    const server = await startTestServer({ data });
    const database = new DatabaseSync(data);
    const question = { method: 'PUT', path: '/Customer/1', body: { age: 1 } };
    const before = await ask(server, question);
    database.exec(sql);
    const after = await ask(server, question);
    database.close();
    await server.close();
    return [before, after];
  }

  it('applies to the next request: a revoked key', async () => {
    const [before, after] = await change(`UPDATE keys SET revoked = 1 WHERE name = 'readWrite'`);
    expect(before).toMatchObject({ status: 200 });
    expect(after).toMatchObject({ status: 401, body: toEnvelope(fail('invalidApiKey')) });
  });

  it('applies immediately, even within one turn of the event loop', async () => {
    const store = new SqliteStore(demoDefinition, data);
    const database = new DatabaseSync(data);
    const hash = hashOf(demoKeys.readWrite);
    expect(await store.findKey(hash)).toMatchObject({ revoked: false });
    database.exec('UPDATE keys SET revoked = 1');
    expect(await store.findKey(hash)).toMatchObject({ revoked: true });
    database.close();
    await store.close();
  });

  it('applies to the next request: the access mode', async () => {
    const [before, after] = await change(`UPDATE workspaces SET mode = 'MAINTENANCE' WHERE slug = 'sales'`);
    expect(before).toMatchObject({ status: 200 });
    expect(after).toMatchObject({
      status: 409,
      body: toEnvelope(fail('workspaceRestricted', { mode: 'maintenance' })),
    });
  });
});

describe('a database that fails', () => {
  const internalError = toEnvelope(fail('internalError', { message: contract.scenarios.internalError.example }));

  it('causes 500 for writes but not for reads while another process holds the lock, and recovers', async () => {
    const server = await startTestServer({ data });
    const database = new DatabaseSync(data);
    database.exec('BEGIN IMMEDIATE');
    expect(await ask(server, { method: 'POST', body: jane })).toMatchObject({ status: 500, body: internalError });
    expect(await ask(server)).toMatchObject({ status: 200 });
    database.exec('ROLLBACK');
    expect(await ask(server, { method: 'POST', body: jane })).toMatchObject({ status: 201 });
    const error = expect.objectContaining({ message: expect.stringContaining('another process') });
    expect(server.logged).toEqual([expect.objectContaining({ method: 'POST', error })]);
    database.close();
    await server.close();
  });

  it('causes 500 only for the table that is missing', async () => {
    const server = await startTestServer({ data });
    const database = new DatabaseSync(data);
    database.exec('PRAGMA foreign_keys = OFF; DROP TABLE "acme-corp/sales.products"');
    database.close();
    for (const path of ['/Product', '/Product/1']) {
      const answer = await ask(server, { path });
      expect(answer).toMatchObject({ status: 500, body: internalError });
    }
    expect(await ask(server)).toMatchObject({ status: 200 });
    await server.close();
  });
});
