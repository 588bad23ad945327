import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { http } from 'msw';
import { setupServer } from 'msw/node';

import { failures, failuresOf } from '../../src/fixtures/index.ts';
import { workspaceHandlers } from '../../src/handlers/index.ts';
import { runCommand } from '../run-command.ts';

const BASE = 'https://api.example.com/v1';

/** Calls a function as JavaScript does, without a compiler that knows the names. */
function call(work: (...values: never[]) => unknown, ...values: readonly unknown[]): () => unknown {
  return () => Reflect.apply(work, undefined, values);
}

const api = workspaceHandlers(http, { baseUrl: BASE });

describe('a name that does not exist, in JavaScript', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an operation of failNext',
      call(api.failNext, 'createRecrd', 'badRequest'),
      'failNext does not know "createRecrd"; it',
    ],
    [
      'no failure',
      call(api.failNext, 'createRecord'),
      "failNext('createRecord', …) does not know undefined; it knows bad",
    ],
    [
      'a failure',
      call(api.failNext, 'createRecord', 'uniqueConstraint'),
      'does not know "uniqueConstraint"; it knows bad',
    ],
    ['a failure of others', call(api.failNext, 'createRecord', 'recordNotFound'), 'does not know "recordNotFound"; it'],
    ['an inherited name', call(api.failNext, 'createRecord', 'toString'), 'does not know "toString"; it knows'],
    ['an operation of breakNext', call(api.breakNext, 'createRec', 'html'), 'breakNext does not know "createRec"; it'],
    [
      'a fault',
      call(api.breakNext, 'createRecord', 'htlm'),
      'does not know "htlm"; it knows reset, truncate, html, tim',
    ],
    [
      'an option',
      call(workspaceHandlers, http, { baseUrl: BASE, kep: true }),
      'does not know "kep"; it knows baseUrl, def',
    ],
    [
      'a failure of all',
      call(workspaceHandlers, http, { baseUrl: BASE, failure: 'expiredKey' }),
      'the option failure does not',
    ],
    ['no options', call(workspaceHandlers, http), 'the options are missing; pass { baseUrl'],
    [
      'a file name',
      call(workspaceHandlers, http, { baseUrl: BASE, definition: 'shop.json' }),
      'not the name of a file',
    ],
    [
      'records without a list',
      call(workspaceHandlers, http, { baseUrl: BASE, records: { Customer: {} } }),
      'a list of records',
    ],
    ['an operation of failuresOf', call(failuresOf, 'x'), 'failuresOf does not know "x"; it knows listRecords, '],
  ])('is reported at once: %s', (_title, work, message) => {
    expect(work).toThrow(TypeError);
    expect(work).toThrow(message);
  });
});

describe('details that the contract never sends', () => {
  const { validationError } = failures.createRecord;

  it.each<[string, object]>([
    ['no details', {}],
    ['an empty list', { details: [] }],
    ['one that is no list', { details: { field: 'email', message: 'is required' } }],
    ['one without a message', { details: [{ field: 'email' }] }],
    ['one without a field', { details: [{ field: 'email', message: 'is required' }, { message: 'is required' }] }],
    ['texts', { details: ['email is required'] }],
  ])('are refused at once: %s', (_title, values) => {
    for (const work of [call(validationError, values), call(api.failNext, 'createRecord', 'validationError', values)]) {
      expect(work).toThrow(TypeError);
      expect(work).toThrow('details must list one or more of { field, message }, both texts');
    }
  });

  it('are left to the example if a test gives no values', () => {
    expect(validationError().body.error).toHaveProperty('details.0.field', 'email');
    expect(call(api.failNext, 'createRecord', 'validationError')).not.toThrow();
    api.reset();
  });
});

describe('a definition that the handlers cannot read', () => {
  const server = setupServer();
  const folder = mkdtempSync(join(tmpdir(), 'misspelled-'));
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('is an error that names the command which lists its mistakes', async () => {
    const columns = [
      { nam: 'label', type: 'TEXT' },
      { name: 'size', type: 'TXT' },
    ];
    const workspaces = [{ slug: 'shop', mode: 'ACTIVE', entities: [{ name: 'Tag', table: 'tags', columns }] }];
    const definition = { organization: 'acme', workspaces };
    server.listen();
    server.use(...workspaceHandlers(http, { baseUrl: BASE, definition }));
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await fetch(`${BASE}/acme/shop/Tag`);
    reported.mockRestore();
    const { name, message } = await response.json();
    const [, command = ''] = /`npx workspace-api-contract ([^`]*)` lists what is wrong$/.exec(message) ?? [];
    expect([name, command]).toEqual(['DefinitionError', 'openapi FILE']);
    writeFileSync(join(folder, 'FILE'), JSON.stringify(definition));
    const { code, stderr } = await runCommand(command.split(' '), { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('the definition has 3 mistakes');
  });
});

describe('a failure that an entity cannot have', () => {
  const definition = {
    organization: 'acme',
    workspaces: [
      {
        slug: 'shop',
        mode: 'ACTIVE',
        keys: [],
        entities: [{ name: 'Tag', table: 'tags', columns: [{ name: 'label', type: 'TEXT' }] }],
      },
    ],
  };
  const server = setupServer();
  afterEach(() => server.close());

  const list = (): Promise<Response> =>
    fetch(`${BASE}/acme/shop/Tag/1`, { method: 'DELETE', headers: { authorization: 'Bearer sk_test_read_write' } });

  it('is an error of the test if it is planned for one request', async () => {
    const own = workspaceHandlers(http, { baseUrl: BASE, definition });
    own.failNext('deleteRecord', 'recordReferenced');
    server.listen();
    server.use(...own);
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await list()).status).toBe(500);
    expect(String(reported.mock.calls)).toContain("failNext('deleteRecord', 'recordReferenced')");
    reported.mockRestore();
  });

  it('is left out if it is asked for in every request', async () => {
    server.listen();
    server.use(...workspaceHandlers(http, { baseUrl: BASE, definition, failure: 'recordReferenced' }));
    expect((await list()).status).toBe(204);
  });
});
