import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readEnvelope, scenarioOf } from '../../contract/index.ts';
import type { Definition } from '../../workspace/index.ts';
import { DefinitionError } from '../../workspace/index.ts';
import type { Mock } from '../start-mock.ts';
import { startMock } from '../start-mock.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, definition: helpdesk });
});
afterAll(() => mock.close());

const helpdesk: Definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'helpdesk',
      mode: 'ACTIVE',
      keys: [
        { name: 'own', key: 'own_key_of_helpdesk', permission: 'READ_WRITE' },
        // A test key, too.
        { name: 'test', key: 'sk_test_read_only', permission: 'READ_WRITE' },
        { name: 'reader', key: 'own_reader_of_helpdesk', permission: 'READ_ONLY' },
        { name: 'old', key: 'own_old_key_of_helpdesk', permission: 'READ_WRITE', expiresAt: '2020-01-01T00:00:00Z' },
        { name: 'gone', key: 'own_gone_key_of_helpdesk', permission: 'READ_WRITE', revoked: true },
      ],
      entities: [
        { name: 'Agent', table: 'agents', columns: [{ name: 'name', type: 'TEXT', nullable: false }] },
        {
          name: 'Ticket',
          table: 'tickets',
          columns: [
            { name: 'number', type: 'INTEGER', nullable: false, unique: true },
            { name: 'agent_id', type: 'INTEGER', references: 'Agent' },
          ],
        },
      ],
      records: { Agent: [{ name: 'Ann' }, { name: 'Bob' }] },
    },
    {
      slug: 'closed',
      mode: 'READ_ONLY',
      keys: [],
      entities: [{ name: 'Note', table: 'notes', columns: [{ name: 'text', type: 'TEXT' }] }],
    },
  ],
};

interface Sent {
  readonly method?: string;
  readonly key?: string;
  readonly prefer?: string;
  readonly body?: unknown;
}

async function send(path: string, { method = 'GET', key = 'sk_test_read_write', prefer, body }: Sent = {}) {
  const response = await fetch(`${mock.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(prefer === undefined ? {} : { Prefer: prefer }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const received: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body: received, error: readEnvelope(received) };
}

describe('the mock of your own workspaces', () => {
  beforeAll(() => mock.show(helpdesk));

  it('has the records of the definition, and examples where it has none', async () => {
    expect((await send('/acme/helpdesk/Agent')).body).toMatchObject({
      data: [
        { id: 1, name: 'Ann' },
        { id: 2, name: 'Bob' },
      ],
      meta: { totalElements: 2 },
    });
    expect((await send('/acme/helpdesk/Ticket')).body).toMatchObject({
      data: [
        { id: 1, number: 1, agent_id: null },
        { id: 2, number: 2, agent_id: 1 },
        { id: 3, number: 3, agent_id: 2 },
      ],
    });
    expect((await send('/acme/helpdesk/Ticket/2?expand=agent')).body).toMatchObject({
      data: { agent: { id: 1, name: 'Ann' } },
    });
    expect((await send('/acme-corp/sales/Customer')).status).toBe(401);
  });

  it('sorts texts by their code points, and a text before those that start with it', async () => {
    const names = ['\u{1f600}', 'Ann', 'An', '\uffee', ''];
    await mock.show({
      ...helpdesk,
      workspaces: helpdesk.workspaces
        .slice(0, 1)
        .map((each) => ({ ...each, records: { Agent: names.map((name) => ({ name })) } })),
    });
    const { body } = await send('/acme/helpdesk/Agent?sort=name,asc&fields=name');
    expect(body).toMatchObject({ data: ['', 'An', 'Ann', '\uffee', '\u{1f600}'].map((name) => ({ name })) });
    await mock.show(helpdesk);
  });

  it.each([
    ['own_key_of_helpdesk', 'GET', '/acme/helpdesk/Agent', 200],
    ['own_key_of_helpdesk', 'DELETE', '/acme/helpdesk/Ticket/1', 204],
    ['own_key_of_helpdesk', 'GET', '/acme/closed/Note', 'wrongWorkspace'],
    ['own_reader_of_helpdesk', 'GET', '/acme/helpdesk/Agent', 200],
    ['own_reader_of_helpdesk', 'DELETE', '/acme/helpdesk/Ticket/1', 'readOnlyKey'],
    ['own_old_key_of_helpdesk', 'GET', '/acme/helpdesk/Agent', 'expiredApiKey'],
    ['own_gone_key_of_helpdesk', 'GET', '/acme/helpdesk/Agent', 'invalidApiKey'],
    ['sk_live_demo_read_write', 'GET', '/acme/helpdesk/Agent', 'invalidApiKey'],
    ['sk_test_read_write', 'GET', '/acme/closed/Note', 200],
    ['sk_test_read_write', 'DELETE', '/acme/closed/Note/1', 'workspaceRestricted'],
    ['sk_test_read_only', 'DELETE', '/acme/helpdesk/Ticket/1', 204],
    ['sk_test_expired', 'GET', '/acme/helpdesk/Agent', 'expiredApiKey'],
    ['sk_test_revoked', 'GET', '/acme/helpdesk/Agent', 'invalidApiKey'],
    ['sk_test_other_workspace', 'GET', '/acme/helpdesk/Agent', 'wrongWorkspace'],
    ['sk_test_other_workspace', 'GET', '/acme/closed/Note', 'wrongWorkspace'],
  ] as const)('answers the key %s on %s %s with %s', async (key, method, path, answer) => {
    const { status, error } = await send(path, { key, method });
    const operationId = method === 'GET' ? 'listRecords' : 'deleteRecord';
    expect(error === undefined ? status : scenarioOf(operationId, error.code, error.message)).toBe(answer);
  });

  it('refuses the value of the first record where a unique column cannot hold the word taken', async () => {
    const create = (number: number) => send('/acme/helpdesk/Ticket', { method: 'POST', body: { number } });
    expect((await create(1)).error?.message).toBe("A record with number '1' already exists");
    expect((await create(2)).status).toBe(201);
    expect((await send('/acme/helpdesk/Ticket/1', { method: 'PUT', body: { number: 1 } })).status).toBe(200);
    expect((await send('/acme/helpdesk/Ticket/2', { method: 'PUT', body: { number: 1 } })).status).toBe(409);
  });

  it('says what an entity documents if `Prefer` asks for something that cannot happen to it', async () => {
    const { error } = await send('/acme/helpdesk/Agent', {
      method: 'POST',
      prefer: 'example=uniqueConstraintViolation',
    });
    expect(error?.message).toContain('createRecord on Agent does not document example=uniqueConstraintViolation');
    expect(error?.message).not.toContain('foreignKeyViolation');
  });

  it('keeps what it shows if the next definition cannot be used', async () => {
    const code = { name: 'code', type: 'TEXT', nullable: false, constraints: [{ type: 'PATTERN', value: '^a$^b$' }] };
    const next = {
      organization: 'other',
      workspaces: [{ slug: 'other', mode: 'ACTIVE', keys: [], entities: [{ name: 'A', table: 'a', columns: [code] }] }],
    };
    await expect(mock.show(next)).rejects.toThrow(DefinitionError);
    await expect(mock.show(next)).rejects.toThrow('add an "example" to the column code of A');
    await expect(mock.show({})).rejects.toThrow(DefinitionError);
    expect((await send('/acme/helpdesk/Agent')).status).toBe(200);
  });
});
