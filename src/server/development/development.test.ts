import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import type { ColumnDefinition, Definition } from '../../workspace/index.ts';
import { DefinitionError, demoDefinition } from '../../workspace/index.ts';
import { startServer } from '../start-server.ts';
import type { Answer, Question, TestServer } from '../testing/test-server.ts';
import { ask, startTestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ dev: true });
});
afterAll(() => server.close());

const readWrite = 'sk_test_read_write';
const test = (question: Question = {}): Promise<Answer> => ask(server, { key: readWrite, ...question });

/** Returns the scenario of a failure, or the status of a success. */
async function outcomeOf(question: Question): Promise<unknown> {
  const { status, body } = await test(question);
  const error = readEnvelope(body);
  const operationId = question.method === 'POST' ? 'createRecord' : 'listRecords';
  return error === undefined ? status : scenarioOf(operationId, error.code, error.message);
}

describe('a server for development', () => {
  it('remembers what was written, as the server that it is', async () => {
    const created = await test({ method: 'POST', body: { name: 'Ann', email: 'ann@example.com' } });
    expect(created.status).toBe(201);
    const again = await test({ method: 'POST', body: { name: 'Ann', email: 'ann@example.com' } });
    expect(readEnvelope(again.body)?.message).toBe("A record with email 'ann@example.com' already exists");
    const taken = { name: 'Bob', email: 'taken@example.com' };
    expect(await outcomeOf({ method: 'POST', body: taken })).toBe(201);
    expect((await test({ path: '/Customer/500' })).status).toBe(404);
  });

  const write = { method: 'POST', body: {} };
  it.each([
    ['sk_test_read_write', {}, 200],
    ['sk_test_read_only', {}, 200],
    ['sk_test_read_only', write, 'readOnlyKey'],
    ['sk_test_expired', {}, 'expiredApiKey'],
    ['sk_test_revoked', {}, 'invalidApiKey'],
    ['sk_test_other_workspace', {}, 'wrongWorkspace'],
    ['sk_test_nobody', {}, 'invalidApiKey'],
    ['sk_test_read_write', { path: 'acme-corp/archive/Customer' }, 200],
    ['sk_test_read_write', { path: 'acme-corp/archive/Customer', ...write }, 'workspaceRestricted'],
    ['sk_test_read_write', { path: 'acme-corp/nowhere/Customer' }, 'wrongWorkspace'],
    ['sk_test_read_write', { path: 'other/sales/Customer' }, 'wrongWorkspace'],
    ['sk_live_demo_read_write', {}, 200],
    ['sk_live_demo_inventory', {}, 'wrongWorkspace'],
  ] as const)('takes the key %s for %j as %s', async (key, question, outcome) => {
    expect(await outcomeOf({ key, ...question })).toBe(outcome);
  });

  it('answers a documented response that is asked for by its name, with the names of the workspace', async () => {
    const summon = (prefer: string, path = '/Product') =>
      ask(server, { method: 'POST', path, key: null, headers: { prefer } });
    const { status, body } = await summon('code=409, example=uniqueConstraintViolation');
    expect({ status, body }).toEqual({
      status: 409,
      body: {
        error: { code: 'UNIQUE_CONSTRAINT_VIOLATION', message: "A record with sku 'ENGINE-1' already exists" },
      },
    });
    expect((await summon('example=uniqueConstraintViolation', '/LineItem')).text).toContain(
      'createRecord on LineItem does not document example=uniqueConstraintViolation',
    );
    expect((await summon('example=entityNotFound', '/Nothing')).status).toBe(404);
  });

  it('answers every documented response of every operation', async () => {
    for (const operationId of contract.operationIds) {
      const { method, path, scenarios } = contract.operations[operationId];
      for (const scenario of scenarios) {
        const { body } = await ask(server, {
          method,
          path: path.replace('{entityName}', 'Order').replace('{id}', '1'),
          key: null,
          headers: { prefer: `example=${scenario}` },
        });
        const error = readEnvelope(body);
        const found = scenarioOf(operationId, error?.code, error?.message);
        expect([operationId, found]).toEqual([operationId, scenario]);
      }
    }
  });

  it('delays a response, breaks it, or fails, as its request asks', async () => {
    const page = await fetch(`${server.url}/acme-corp/sales/Customer`, { headers: { 'x-mock-fault': 'html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('502 Bad Gateway');
    await expect(test({ headers: { 'x-mock-fault': 'reset' } })).rejects.toThrow('ECONNRESET');
    await expect(test({ headers: { 'x-mock-fault': 'truncate' } })).rejects.toThrow('aborted');
    await expect(test({ headers: { 'x-mock-fault': 'truncate' }, path: '/Customer/1' })).rejects.toThrow('aborted');
    const start = performance.now();
    expect((await test({ headers: { 'x-mock-delay': '50' } })).status).toBe(200);
    // Timers can be a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(48);
    expect((await test({ headers: { 'x-mock-delay': 'soon' } })).text).toContain('must be a whole number');
    expect((await test({ headers: { 'x-fault': 'internalError' } })).status).toBe(500);
  });

  it('lets every page use it', async () => {
    const { headers } = await test({ headers: { origin: 'http://localhost:5173' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    // Without it, a page could not tell a gateway's response from a broken network.
    const gateway = await fetch(`${server.url}/acme-corp/sales/Customer`, { headers: { 'x-mock-fault': 'html' } });
    expect([gateway.status, gateway.headers.get('access-control-allow-origin')]).toEqual([502, '*']);
  });

  it('does not start where its public keys would open data that is kept, or that others can reach', async () => {
    const start = (options: object) => startServer({ definition: demoDefinition, port: 0, dev: true, ...options });
    await expect(start({ data: 'data.db' })).rejects.toThrow('keeps everything in memory');
    await expect(start({ database: 'postgres://localhost/db' })).rejects.toThrow('keeps everything in memory');
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('cannot listen on 0.0.0.0');
  });

  it('takes a key of the definition as the definition says, although it is a test key', async () => {
    const [first] = demoDefinition.workspaces;
    if (first === undefined) throw new Error('the demo has no workspace');
    const keys = [{ name: 'own', key: 'sk_test_read_only', permission: 'READ_WRITE' }];
    const own = await startServer({
      definition: { organization: 'own', workspaces: [{ ...first, keys }] },
      dev: true,
      port: 0,
    });
    const path = 'own/sales/Customer';
    const body = { name: 'Ann', email: 'ann@example.com' };
    expect((await ask(own, { method: 'POST', path, key: 'sk_test_read_only', body })).status).toBe(201);
    await own.close();
  });

  it('asks for the examples that the documented responses need', async () => {
    const code: ColumnDefinition = {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      constraints: [{ type: 'PATTERN', value: '^a$^b$' }],
    };
    const definition: Definition = {
      organization: 'acme',
      workspaces: [{ slug: 'w', mode: 'ACTIVE', keys: [], entities: [{ name: 'A', table: 'a', columns: [code] }] }],
    };
    await expect(startServer({ definition, port: 0, dev: true })).rejects.toThrow(DefinitionError);
  });
});

describe('any other server', () => {
  it('knows no test keys, and injects nothing', async () => {
    const plain = await startTestServer();
    const headers = { prefer: 'code=500', 'x-mock-fault': 'html', 'x-fault': 'internalError' };
    expect((await ask(plain, { headers })).status).toBe(200);
    expect((await ask(plain, { key: readWrite })).status).toBe(401);
    await plain.close();
  });
});
