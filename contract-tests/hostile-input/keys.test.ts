import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { contract, fail } from '../../src/contract/index.ts';
import { runSql } from '../../src/server/testing/run-sql.ts';
import type { Answer, Question } from '../../src/server/testing/test-server.ts';
import { ask, askBytes, demoKeys, startTestServer } from '../../src/server/testing/test-server.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { keyFacts } from './key-facts.ts';
import { refusal } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { answersIn, CLOSE, CUSTOMERS, HOST, wire } from './wire.ts';

const CHALLENGE = 'Bearer realm="Workspace API"';
const invalidApiKey = { ...refusal(fail('invalidApiKey')), headers: { 'www-authenticate': CHALLENGE } };

const ENTITY = /\{entityName\}/;

/** Returns a request for an operation that is valid except for its body, which the server must not read. */
function careless(
  workspace: string,
  { method, path }: (typeof contract.operations)[keyof typeof contract.operations],
): Question {
  const place = path.replace(ENTITY, 'Customer').replace('{id}', '3');
  return { method, path: `acme-corp/${workspace}${place}`, body: '{"not":"JSON"', headers: { 'content-type': 'x' } };
}

const writes = contract.operationIds.filter((id) => contract.operations[id].write);

describe('no Authorization, another scheme, an empty bearer, two Authorization headers, a key in the query string, a very long key', () => {
  const server = untouchedServer();
  const { readWrite } = demoKeys;
  const authorization = (...values: string[]): Question => ({ key: null, headers: { authorization: values } });

  it.each<[string, Question]>([
    ['no Authorization', { key: null }],
    ['an empty Authorization', authorization('')],
    ['another scheme', authorization(`Basic ${readWrite}`)],
    ['valid credentials of another scheme', authorization(`Basic ${btoa(`user:${readWrite}`)}`)],
    ['a scheme that starts with Bearer', authorization(`BearerX ${readWrite}`)],
    ['no scheme', authorization(readWrite)],
    ['only the scheme', authorization('Bearer')],
    ['an empty bearer', authorization('Bearer ')],
    ['two Authorization headers', authorization(`Bearer ${readWrite}`, `Bearer ${readWrite}`)],
    ['two Authorization headers, one of them empty', authorization(`Bearer ${readWrite}`, '')],
    ['two keys in one header', authorization(`Bearer ${readWrite}, Bearer ${readWrite}`)],
    ['a key in the query string', { key: null, path: `/Customer?api_key=${readWrite}&access_token=${readWrite}` }],
    ['a key in a cookie', { key: null, headers: { cookie: `api_key=${readWrite}` } }],
    ['a key in the header for proxies', { key: null, headers: { 'proxy-authorization': `Bearer ${readWrite}` } }],
    ['a key in common headers of other APIs', { key: null, headers: { 'x-api-key': readWrite, 'api-key': readWrite } }],
    ['a key in the path', { key: null, path: `/${readWrite}/${readWrite}` }],
    ['a very long key', { key: 'k'.repeat(15_000) }],
    ['a key of spaces', authorization('Bearer     ')],
    ['a tab after the scheme', authorization(`Bearer\t${readWrite}`)],
    ['a tab in the key', authorization(`Bearer ${readWrite}\tx`)],
    ['a word after the key', authorization(`Bearer ${readWrite} x`)],
    ['a key in quotes', authorization(`Bearer "${readWrite}"`)],
    ['a key in upper case', { key: readWrite.toUpperCase() }],
    ['a truncated key', { key: readWrite.slice(0, -1) }],
    ['a key with an extra character', { key: `${readWrite}=` }],
    ['a key with a non-ASCII character', authorization('Bearer sk_live_d\xe9mo')],
    ['a percent-encoded key', authorization(`Bearer ${readWrite.replace('_', '%5F')}`)],
    ['an SQL condition as a key', authorization(`Bearer ' OR '1'='1`)],
    ['an SQL pattern as a key', { key: 'sk_live_%' }],
    ['a revoked key', { key: demoKeys.revoked }],
  ])('%s → 401 `Invalid API key`, and the key is not logged', async (_title, question) => {
    for (const method of ['GET', 'POST', 'PATCH']) {
      const answer = await ask(server, { ...question, method, body: '{' });
      expect(answer).toMatchObject(invalidApiKey);
      expect(answer.text).not.toContain('sk_');
    }
  });

  it('a key as the request id → a different id, and the key is not logged', async () => {
    for (const key of [readWrite, demoKeys.revoked]) {
      const { headers } = await ask(server, { key, headers: { 'x-request-id': key } });
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it.each(['bearer', 'BEARER ', 'Bearer    '])('%j before the key, spaces after it → valid', async (scheme) => {
    expect(await ask(server, authorization(`${scheme} ${readWrite}  `))).toMatchObject({ status: 200 });
  });

  it('a trailer with a key → 401', async () => {
    const bytes = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, 'Transfer-Encoding: chunked', CLOSE], '');
    const trailer = `0\r\nAuthorization: Bearer ${readWrite}\r\n\r\n`;
    expect(answersIn(await askBytes(server, bytes + trailer))).toMatchObject([refusal(fail('invalidApiKey'))]);
  });
});

describe('a key of another workspace, and a workspace that does not exist', () => {
  const server = untouchedServer();

  it('→ 401, identical except for `Date` and the request id', async () => {
    const places = ['archive', 'inventory', 'nowhere', 'SALES', 'sales%00', '%73ales2', '__proto__', 'x'.repeat(5000)];
    const organizations = ['acme-corp', 'ACME-CORP', 'unknown', '%zz', '%ff'];
    const paths = organizations.flatMap((one) => places.map((other) => `${one}/${other}`)).concat('unknown/sales');
    const answers: Answer[] = [];
    for (const path of paths) {
      for (const question of [{}, { method: 'DELETE' }, { method: 'PATCH' }]) {
        const { headers, ...answer } = await ask(server, { ...question, path: `${path}/Customer/3` });
        const { date: _date, 'x-request-id': _requestId, ...others } = headers;
        answers.push({ ...answer, headers: others });
      }
    }
    expect(answers[0]).toMatchObject({
      ...refusal(fail('wrongWorkspace')),
      headers: { 'www-authenticate': CHALLENGE },
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('a key that has expired or been revoked', () => {
  it.each([
    ['2030-01-01T00:00:00Z', Date.UTC(2030, 0, 1)],
    ['2030-01-01T00:00:00.001Z', Date.UTC(2030, 0, 1) + 1],
    ['2030-01-01T02:00:00+02:00', Date.UTC(2030, 0, 1)],
    ['2029-12-31T23:59:59.999-00:00', Date.UTC(2030, 0, 1) - 1],
  ])('%s → 401 from that moment on', async (expiresAt, moment) => {
    const [sales] = demoDefinition.workspaces;
    if (sales === undefined) throw new Error('The demo has no workspace');
    const key = { name: 'soon', key: 'sk_live_expires_soon', permission: 'READ_ONLY', expiresAt } as const;
    let now = new Date(moment - 1);
    const server = await startTestServer({
      definition: { ...demoDefinition, workspaces: [{ ...sales, keys: [key] }] },
      now: () => now,
    });
    expect(await ask(server, { key: key.key })).toMatchObject({ status: 200 });
    for (const late of [moment, moment + 1, 8.64e15]) {
      now = new Date(late);
      expect(await ask(server, { key: key.key })).toMatchObject(refusal(fail('expiredApiKey')));
    }
    await server.close();
  });
});

describe('an unauthenticated caller requesting an unknown entity or record', () => {
  const server = untouchedServer();

  it.each(['/Nothing', '/Nothing/1', '/Customer/42', '/Customer/%zz', '/%zz', '/Customer?page=-1', '/Customer/1#x'])(
    '%s → 401, never 404',
    async (path) => {
      const keys = [
        [null, fail('invalidApiKey')],
        ['sk_live_nobody', fail('invalidApiKey')],
        [demoKeys.revoked, fail('invalidApiKey')],
        [demoKeys.expired, fail('expiredApiKey')],
        [demoKeys.inventory, fail('wrongWorkspace')],
      ] as const;
      for (const [key, failure] of keys) {
        for (const method of ['GET', 'PATCH'])
          expect(await ask(server, { key, path, method })).toMatchObject(refusal(failure));
      }
    },
  );

  it('every operation → 401, before the body is read', async () => {
    for (const id of contract.operationIds) {
      const question = { ...careless('sales', contract.operations[id]), key: null };
      expect(await ask(server, question)).toMatchObject(refusal(fail('invalidApiKey')));
    }
  });
});

describe('a read-only key on every write, including the three bulk operations', () => {
  const server = untouchedServer();
  const key = demoKeys.readOnly;

  it.each(writes)('%s → 403, before the body is read, and nothing changed', async (id) => {
    for (const question of [
      careless('sales', contract.operations[id]),
      { ...careless('sales', contract.operations[id]), body: 'x'.repeat(2 * 1024 * 1024) },
      { ...careless('sales', contract.operations[id]), path: 'acme-corp/sales/Nothing/bulk' },
      {
        ...careless('sales', contract.operations[id]),
        path: `acme-corp/sales/Customer/${id.startsWith('bulk') ? 'bulk' : '%zz'}`,
      },
    ]) {
      // The only POST below an entity is the bulk operation.
      if (question.method === 'POST' && question.path?.endsWith('%zz')) continue;
      expect(await ask(server, { ...question, key })).toMatchObject(refusal(fail('readOnlyKey')));
    }
  });

  it('a method override in a header → ignored', async () => {
    const question = { key, path: '/Customer/3', headers: { 'x-http-method-override': 'DELETE' } };
    expect(await ask(server, question)).toMatchObject({ status: 200 });
  });
});

describe('a write in a restricted mode', () => {
  const server = untouchedServer();
  const restricted = [
    ['archive', demoKeys.archive, 'read-only'],
    ['studio', 'sk_live_demo_studio', 'design'],
    ['lab', 'sk_live_demo_lab', 'maintenance'],
  ] as const;

  it.each(restricted)('%s → 409', async (workspace, key, mode) => {
    const path = `acme-corp/${workspace}/Customer`;
    const before = await ask(server, { key, path });
    for (const id of writes) {
      for (const change of [
        {},
        { path: `acme-corp/${workspace}/Nothing${contract.operations[id].path.replace(ENTITY, '').slice(1)}` },
      ]) {
        const question = { ...careless(workspace, contract.operations[id]), ...change, key };
        expect(await ask(server, question)).toMatchObject(refusal(fail('workspaceRestricted', { mode })));
      }
    }
    expect(await ask(server, { key, path })).toMatchObject({ status: 200, body: before.body });
  });

  it('a read-only key there → 403', async () => {
    const key = 'sk_live_demo_archive_read_only';
    for (const id of writes)
      expect(await ask(server, { ...careless('archive', contract.operations[id]), key })).toMatchObject(
        refusal(fail('readOnlyKey')),
      );
  });
});

describe('two servers on one SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  keyFacts(async () => {
    const data = join(folder, 'data.db');
    const servers = [await startTestServer({ data }), await startTestServer({ data })];
    return { servers, change: async (sql) => runSql(data, sql), schema: '' };
  });
});
