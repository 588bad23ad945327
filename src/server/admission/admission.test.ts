import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, fail, toEnvelope } from '../../contract/index.ts';
import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, demoKeys, startTestServer } from '../testing/test-server.ts';

/** Everything about this request is wrong. Each test fixes one more fault and expects the failure for the next one. */
const hopeless: Question = { method: 'PUT', path: 'acme-corp/archive/Nothing/42', key: null, body: '{' };

describe('faults of a request are reported in this order:', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      definition: {
        organization: 'acme-corp',
        workspaces: [
          {
            slug: 'archive',
            mode: 'READ_ONLY',
            entities: [],
            keys: [
              { name: 'readOnly', key: 'sk_live_archive_read_only', permission: 'READ_ONLY' },
              { name: 'readWrite', key: 'sk_live_archive_read_write', permission: 'READ_WRITE' },
            ],
          },
          {
            slug: 'open',
            mode: 'SCHEMA_LOCKED',
            entities: [
              {
                name: 'Thing',
                table: 'things',
                columns: [
                  { name: 'code', type: 'TEXT', unique: true },
                  { name: 'other', type: 'TEXT', unique: true },
                  { name: 'parent_id', type: 'INTEGER', references: 'Thing' },
                ],
              },
            ],
            keys: [{ name: 'readWrite', key: 'sk_live_open_read_write', permission: 'READ_WRITE' }],
            records: { Thing: [{ code: 'a', other: 'b' }, { code: 'c' }] },
          },
        ],
      },
    });
  });
  afterAll(async () => server.close());

  const open = { ...hopeless, key: 'sk_live_open_read_write', path: 'acme-corp/open/Nothing/42' };
  const thing = { ...open, path: 'acme-corp/open/Thing/42' };
  const stored = { ...open, path: 'acme-corp/open/Thing/1' };

  it.each<[string, Question, ReturnType<typeof fail>]>([
    ['1. the key', hopeless, fail('invalidApiKey')],
    ['2. a read-only key', { ...hopeless, key: 'sk_live_archive_read_only' }, fail('readOnlyKey')],
    [
      '3. the access mode',
      { ...hopeless, key: 'sk_live_archive_read_write' },
      fail('workspaceRestricted', { mode: 'read-only' }),
    ],
    ['4. the entity', open, fail('entityNotFound', { entityName: 'Nothing' })],
    ['5. the body', thing, fail('badRequest', { message: 'The body is not well-formed JSON' })],
    ['6. the record', { ...thing, body: { code: 1 } }, fail('recordNotFound', { id: '42' })],
    [
      '7. its values',
      { ...stored, body: { code: 1, other: 'b', parent_id: 99 } },
      fail('validationError', { details: [{ field: 'code', message: 'must be text' }] }),
    ],
    [
      '8. a duplicate, in the order of the columns',
      { ...stored, path: 'acme-corp/open/Thing/2', body: { other: 'b', code: 'a', parent_id: 99 } },
      fail('uniqueConstraintViolation', { column: 'code', value: 'a' }),
    ],
    [
      '9. a reference',
      { ...stored, body: { code: 'd', parent_id: 99 } },
      fail('foreignKeyViolation', { column: 'parent_id', value: '99', table: 'things' }),
    ],
  ])('%s', async (_title, question, failure) => {
    expect(await ask(server, question)).toMatchObject({ status: failure.status, body: toEnvelope(failure) });
  });

  it('succeeds once every fault is fixed', async () => {
    expect(await ask(server, { ...stored, body: { code: 'd', parent_id: 1 } })).toMatchObject({ status: 200 });
  });
});

describe('a write that the key or the access mode forbids', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => server.close());

  const writes = contract.operationIds
    .filter((id) => contract.operations[id].write)
    .map((id) => contract.operations[id]);

  function question(workspace: string, { method, path }: (typeof writes)[number]): Question {
    const place = path.replace('{entityName}', 'Customer').replace('{id}', '1');
    return { method, path: `acme-corp/${workspace}${place}`, body: '{', headers: { 'content-type': 'text/plain' } };
  }

  it('is rejected for a read-only key before its body is read, and changes nothing', async () => {
    const before = await ask(server);
    for (const operation of writes) {
      const answer = await ask(server, { ...question('sales', operation), key: demoKeys.readOnly });
      expect(answer).toMatchObject({ status: 403, body: toEnvelope(fail('readOnlyKey')) });
    }
    expect(await ask(server, { key: demoKeys.readOnly })).toMatchObject({ status: 200, body: before.body });
  });

  it.each([
    ['archive', demoKeys.archive, 'read-only'],
    ['studio', 'sk_live_demo_studio', 'design'],
    ['lab', 'sk_live_demo_lab', 'maintenance'],
  ])('is rejected in %s, where reads still succeed', async (workspace, key, mode) => {
    for (const operation of writes) {
      const answer = await ask(server, { ...question(workspace, operation), key });
      expect(answer).toMatchObject({ status: 409, body: toEnvelope(fail('workspaceRestricted', { mode })) });
    }
    expect(await ask(server, { path: `acme-corp/${workspace}/Customer`, key })).toMatchObject({ status: 200 });
  });
});
