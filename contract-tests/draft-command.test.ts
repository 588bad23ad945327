import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { RunningServer } from '../src/server/index.ts';
import { startServer } from '../src/server/index.ts';
import { parseDefinition } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';
import { startExample } from './start-example.ts';

const KEY = 'sk_live_draft_reads_0123456789';
const keys = { WORKSPACE_API_KEY_READ_ONLY: KEY, WORKSPACE_API_KEY_READ_WRITE: 'sk_live_draft_is_not_used' };

const helpdesk = JSON.parse(readFileSync(new URL('fixtures/helpdesk.json', import.meta.url), 'utf8'));

/** Records of the helpdesk: more tickets than are read, and no tags. */
const records = {
  Agent: [
    { name: 'Zoë', email: 'zoe@example.com' },
    { name: 'Bo', email: 'bo@example.com' },
  ],
  Ticket: Array.from({ length: 350 }, (_, index) => ({
    title: `Ticket ${index + 1}`,
    urgent: index % 2 === 0,
    reporter: 1 + (index % 2),
    ...(index === 349 ? { hours: 1.25, due_on: '2026-11-23', agent_id: 2, parent_id: 1 } : {}),
  })),
};

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'));
  const workspaces = [{ ...helpdesk.workspaces[0], keys: [{ name: 'r', key: KEY, permission: 'READ_ONLY' }], records }];
  server = await startServer({ definition: await parseDefinition({ ...helpdesk, workspaces }), port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const draft = (words: readonly string[], environment: NodeJS.ProcessEnv = keys, url = server.url) =>
  runCommand(['draft', '--url', url, ...words], { folder, environment });

/** Reads a definition, and returns its columns without their descriptions. */
async function columnsIn(text: string) {
  const { workspaces } = await parseDefinition(JSON.parse(text));
  return workspaces[0]?.entities.map(({ name, columns }) => [
    name,
    columns.map(({ description, ...column }) => {
      expect(description).toMatch(/^Draft: .*\.$/);
      return column;
    }),
  ]);
}

describe('draft', () => {
  it('writes the definition of a helpdesk from some of its records, which openapi and types accept', async () => {
    const words = ['--workspace', 'acme/helpdesk', '--entity', 'Ticket', '--entity', 'Agent', '--pages', '2'];
    expect(await draft([...words, '--out', 'desk.json'])).toEqual({
      code: 0,
      stdout: 'wrote desk.json\n',
      stderr: `Ticket: read 150 of 350 records
Agent: read 2 of 2 records
The mode ACTIVE, the tables and what the descriptions say are assumed: check them.
`,
    });
    const written = readFileSync(join(folder, 'desk.json'), 'utf8');
    expect(await columnsIn(written)).toEqual([
      [
        'Ticket',
        [
          { name: 'title', type: 'TEXT' },
          { name: 'hours', type: 'DECIMAL', scale: 2 },
          { name: 'urgent', type: 'BOOLEAN' },
          { name: 'due_on', type: 'DATE' },
          { name: 'agent_id', type: 'INTEGER', references: 'Agent' },
          { name: 'reporter', type: 'INTEGER', references: 'Agent' },
          { name: 'parent_id', type: 'INTEGER', references: 'Ticket' },
        ],
      ],
      [
        'Agent',
        [
          { name: 'name', type: 'TEXT' },
          { name: 'email', type: 'TEXT' },
        ],
      ],
    ]);
    const [openapi, types] = await Promise.all(
      ['openapi', 'types'].map((command) => runCommand([command, 'desk.json'], { folder })),
    );
    expect(openapi).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('"/Ticket/{id}"') });
    expect(types).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('agent_id') });
  });

  it('reads an application that has no expand', async () => {
    const { origin, close } = await startExample.express(true);
    const url = `${origin}/api/v1`;
    try {
      const target = JSON.parse(readFileSync(new URL('../examples/express/target.json', import.meta.url), 'utf8'));
      const { keys: own } = parseTarget({ ...target, baseUrl: url }, {});
      const post = async (entity: string, record: object): Promise<void> => {
        const headers = { authorization: `Bearer ${own.readWrite}`, 'content-type': 'application/json' };
        const sent = { method: 'POST', headers, body: JSON.stringify(record) };
        expect((await fetch(`${url}/acme-corp/sales/${entity}`, sent)).status).toBe(201);
      };
      await post('Customer', { name: 'Jane', email: 'jane@example.com', age: 42 });
      await post('Order', { orderNumber: 'ORD-1', customer_id: 1 });
      const words = ['--workspace', 'acme-corp/sales', '--entity', 'Order'];
      const { code, stdout } = await draft(words, { WORKSPACE_API_KEY_READ_WRITE: own.readWrite }, url);
      expect(code).toBe(0);
      expect(await columnsIn(stdout)).toEqual([
        [
          'Order',
          [
            { name: 'orderNumber', type: 'TEXT' },
            { name: 'customer_id', type: 'INTEGER' },
          ],
        ],
      ]);
    } finally {
      await close();
    }
  });

  it('sends only requests that read, and refuses to write a key that the server returns', async () => {
    const methods: string[] = [];
    const echo = createServer((request, response) => {
      methods.push(request.method ?? '');
      response.setHeader('content-type', 'application/json');
      const [, key = ''] = request.headers.authorization?.split(' ') ?? [];
      response.end(JSON.stringify({ data: [{ id: 1, [key]: 1, other_id: 5 }], meta: {} }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => echo.once('listening', resolve));
    const { port } = echo.address() as AddressInfo;
    const ended = await draft(['--workspace', 'a/b', '--entity', 'Ticket'], keys, `http://127.0.0.1:${port}`);
    echo.close();
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'the server sent the API key as the name of a field, so no draft was written\n',
    });
  });

  it.each([
    ['a page', '<html>Sign in</html>', 'returned 200, but not JSON; check --url'],
    ['another API', '{"items":[]}', 'returned 200, but it has no list "data"; check --url'],
    [
      'JSON that nests too deep',
      `{"data":[{"id":1,"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}]}`,
      'but not JSON; check --url',
    ],
  ])('ends with 2 and one line for %s', async (_title, body, message) => {
    const other = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const ended = await draft(['--workspace', 'a/b', '--entity', 'Ticket'], keys, `http://127.0.0.1:${port}`);
    other.close();
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^[^\n]+\n$/);
    expect(ended.stderr).toContain(message);
  });

  it('leaves out an entity without records if another has some, and says so', async () => {
    const ended = await draft(['--workspace', 'acme/helpdesk', '--entity', 'Agent', '--entity', 'Tag'], keys);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain(
      'Tag has no records, so it is left out: create a record, and draft again to add it.\n',
    );
    const [workspace] = JSON.parse(ended.stdout).workspaces;
    expect(workspace.entities.map(({ name }: { name: string }) => name)).toEqual(['Agent']);
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv, string | undefined, string]>([
    [
      'entities that do not exist or have no records',
      ['--entity', 'Tikcet', '--entity', 'Agent', '--entity', 'Tag', '--entity', 'agent'],
      keys,
      undefined,
      'acme/helpdesk has no entity Tikcet, agent; names are case-sensitive. acme/helpdesk has no records of Tag, so the ' +
        'columns cannot be known; create a record of each, and draft again\n',
    ],
    [
      'a key that is not valid',
      ['--entity', 'Agent'],
      { WORKSPACE_API_KEY_READ_WRITE: 'sk_live_wrong_0123456789' },
      undefined,
      'GET /acme/helpdesk/Agent?page=0&size=100 returned 401 UNAUTHORIZED "Invalid API key"; set ' +
        'WORKSPACE_API_KEY_READ_WRITE to a valid key of acme/helpdesk, and check --workspace\n',
    ],
    ['no key', ['--entity', 'Agent'], {}, undefined, 'no key can read: set WORKSPACE_API_KEY_READ_ONLY or'],
    [
      'a server that cannot be reached',
      ['--entity', 'Agent'],
      keys,
      'http://127.0.0.1:1',
      'http://127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n',
    ],
    [
      'an entity that is no name',
      ['--entity', '../x'],
      keys,
      undefined,
      '--entity takes a name of letters, digits and',
    ],
  ])('ends with 2 for %s', async (_title, words, environment, url, message) => {
    const none = { WORKSPACE_API_KEY_READ_ONLY: '', WORKSPACE_API_KEY_READ_WRITE: '' };
    const all = ['--workspace', 'acme/helpdesk', ...words];
    const { code, stdout, stderr } = await draft(all, { ...none, ...environment }, url);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).not.toContain('sk_live');
  });
});
