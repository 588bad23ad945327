import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { DefinitionError, demoDefinition } from '../workspace/index.ts';
import { startServer } from './start-server.ts';
import { DataPlaceError } from './store/store-errors.ts';
import type { TestServer } from './testing/test-server.ts';
import { ask, demoKeys, openRequest, startTestServer } from './testing/test-server.ts';

const jane = { name: 'Jane Doe', email: 'jane@example.com' };

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
  data = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('startServer', () => {
  it('returns the base URL of the API', async () => {
    const server = await startServer({ definition: demoDefinition, port: 0 });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
    expect(await ask(server)).toMatchObject({ status: 200 });
    await server.close();
  });

  it('fails if the port is taken, and closes its file', async () => {
    const first = await startTestServer();
    const port = Number(new URL(first.url).port);
    await expect(startTestServer({ port, data })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    // SQLite deletes its log when the last connection closes.
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
  });

  it('responds to every request if the log functions throw', async () => {
    const fails = (): never => {
      throw new Error('the disk is full');
    };
    const server = await startTestServer({ log: fails, logRequest: fails, faults: true });
    expect(await ask(server, { headers: { 'x-fault': 'internalError' } })).toMatchObject({ status: 500 });
    expect(await ask(server)).toMatchObject({ status: 200 });
    await server.close();
  });

  it('keeps every record in its file, and applies the definition only once', async () => {
    const first = await startTestServer({ data });
    expect(await ask(first, { method: 'POST', body: jane })).toMatchObject({ status: 201 });
    expect(await ask(first, { method: 'DELETE', path: '/Customer/3' })).toMatchObject({ status: 204 });
    const before = await ask(first);
    await first.close();
    const second = await startServer({ data, port: 0 });
    expect(await ask(second)).toMatchObject({ status: 200, body: before.body });
    expect(await ask(second, { method: 'POST', body: jane })).toMatchObject({ status: 409 });
    await second.close();
  });

  it('reads the content of a definition file, which can leave things out, and refuses what it cannot use', async () => {
    const columns = [{ name: 'title', type: 'TEXT' }];
    const workspaces = [{ slug: 'main', mode: 'ACTIVE', entities: [{ name: 'Note', table: 'notes', columns }] }];
    const server = await startServer({ definition: { organization: 'acme', workspaces }, dev: true, port: 0 });
    expect(await ask(server, { path: 'acme/main/Note', key: 'sk_test_read_write' })).toMatchObject({ status: 200 });
    await server.close();
    await expect(startServer({ definition: { organization: 'acme' }, port: 0 })).rejects.toThrow(DefinitionError);
  });

  it('accepts initial records that reference later ones', async () => {
    const name = { name: 'parent_id', type: 'INTEGER', references: 'Parent' } as const;
    const entities = [
      { name: 'Child', table: 'children', columns: [name] },
      { name: 'Parent', table: 'parents', columns: [{ name: 'note', type: 'TEXT' } as const] },
    ];
    const keys = [{ name: 'main', key: 'sk_live_0123456789', permission: 'READ_ONLY' }] as const;
    const records = { Child: [{ parent_id: 1 }], Parent: [{}] };
    const server = await startTestServer({
      definition: { organization: 'acme', workspaces: [{ slug: 'main', mode: 'ACTIVE', entities, keys, records }] },
    });
    const answer = await ask(server, { path: 'acme/main/Child/1', key: 'sk_live_0123456789' });
    expect(answer).toMatchObject({ status: 200, body: { data: { id: 1, parent_id: 1 } } });
    await server.close();
  });

  it('stores no API key in plain text', async () => {
    const server = await startTestServer({ data });
    expect(await ask(server, { method: 'POST', body: jane })).toMatchObject({ status: 201 });
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    // Stored text can be found in the files, so a stored key would be found as well.
    expect(files.join()).toContain(jane.email);
    for (const { key } of demoDefinition.workspaces.flatMap(({ keys }) => keys))
      expect(files.join()).not.toContain(key);
    await server.close();
  });

  it('keeps every acknowledged record even if it is never closed', async () => {
    const abandoned = await startTestServer({ data });
    expect(await ask(abandoned, { method: 'POST', body: jane })).toMatchObject({ status: 201 });
    const other = await startTestServer({ data });
    expect(await ask(other, { path: '/Customer/4' })).toMatchObject({ status: 200, body: { data: jane } });
    await abandoned.close();
    await other.close();
  });

  it.each<[string, () => string]>([
    ['is in a folder that does not exist', () => join(folder, 'nowhere', 'data.sqlite')],
    ['is not a database', () => data],
    ['is a folder', () => folder],
  ])('rejects a path that %s, and changes nothing', async (_title, file) => {
    writeFileSync(data, 'This is text, not a database. '.repeat(100));
    const before = readFileSync(data, 'utf8');
    await expect(startTestServer({ data: file() })).rejects.toThrow(DataPlaceError);
    expect(readFileSync(data, 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('close', () => {
  it('finishes an open request, and accepts no others', async () => {
    const server = await startTestServer({ data });
    const { finish, answer } = await openRequest(server, jane);
    const closed = server.close();
    finish();
    expect(await answer).toMatch(/HTTP\/1\.1 201 Created\r\n[^]*connection: close/i);
    await closed;
    await expect(ask(server)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const again = await startTestServer({ data });
    expect(await ask(again, { path: '/Customer/4' })).toMatchObject({ status: 200 });
    await again.close();
  });

  it('responds to a request whose headers were still arriving', async () => {
    const server = await startTestServer();
    const { hostname, port, pathname } = new URL(server.url);
    const chunks: string[] = [];
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    const ended = new Promise((resolve) => socket.once('end', resolve));
    const head = `GET ${pathname}/acme-corp/sales/Customer/1 HTTP/1.1\r\nHost: localhost\r\n`;
    await new Promise((resolve) => socket.write(head, resolve));
    // A later request gets its response, so the first bytes have arrived.
    await ask(server);
    const closed = server.close();
    socket.write(`Authorization: Bearer ${demoKeys.readWrite}\r\n\r\n`);
    await ended;
    expect(chunks.join('')).toMatch(/^HTTP\/1\.1 200 OK/);
    await closed;
  });

  it('responds to a request on a connection that a client keeps open, and then closes the connection', async () => {
    const server = await startTestServer({ timeouts: { drain: 10_000 } });
    const agent = new Agent({ keepAlive: true });
    const connectionHeader = async (): Promise<string | undefined> => {
      const [response] = await once(get(`${server.url}/a/b/c`, { agent }), 'response');
      response.resume();
      await once(response, 'end');
      return response.headers.connection;
    };
    expect(await connectionHeader()).toBe('keep-alive');
    const closed = server.close();
    await expect(ask(server)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await connectionHeader()).toBe('close');
    await closed;
  });

  it('waits for a request that never ends only until it times out', async () => {
    const server = await startTestServer({ timeouts: { headers: 100, request: 200 } });
    const { answer } = await openRequest(server, jane);
    await server.close();
    expect(await answer).not.toContain(' 201 ');
  });
});

describe('a client that has closed its sending side', () => {
  it('gets its response', async () => {
    const server = await startTestServer({ data });
    const body = JSON.stringify(jane);
    expect(await talk(server, (socket) => socket.end(creation(server, body)))).toMatch(/^HTTP\/1\.1 201 Created/);
    await server.close();
  });
});

describe('pipelined requests', () => {
  it('all get a response from a server that is closing, and the last one closes the connection', async () => {
    const server = await startTestServer({ data, timeouts: { drain: 10_000 } });
    const three = ['one', 'two', 'three'].map((name) =>
      creation(server, JSON.stringify({ name, email: `${name}@example.com` })),
    );
    let closed: Promise<void> | undefined;
    const answers = await talk(server, (socket) => {
      closed = server.close();
      socket.write(three.join(''));
    });
    expect(answers.match(/HTTP\/1\.1 201|^connection: \S+/gim)).toEqual([
      ...['HTTP/1.1 201', 'HTTP/1.1 201', 'HTTP/1.1 201'],
      'connection: close',
    ]);
    await closed;
  });
});

describe('the number of connections', () => {
  it('is limited: an additional connection is closed, and the others keep working', async () => {
    const server = await startTestServer({ connections: 2 });
    const { hostname, port, pathname } = new URL(server.url);
    const agents = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
    const status = async (agent: Agent): Promise<number | undefined> => {
      const [response] = await once(get({ hostname, port, path: `${pathname}/a/b/c`, agent }), 'response');
      response.resume();
      await once(response, 'end');
      return response.statusCode;
    };
    for (const agent of agents) expect(await status(agent)).toBe(401);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('data', () => socket.destroy(new Error('the connection got a response')));
    await once(socket, 'close');
    for (const agent of agents) expect(await status(agent)).toBe(401);
    for (const agent of agents) agent.destroy();
    await server.close();
  });
});

/** Returns the bytes of a request that creates a customer. */
function creation({ url }: TestServer, body: string): string {
  const head = [
    `POST ${new URL(url).pathname}/acme-corp/sales/Customer HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${demoKeys.readWrite}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Opens a connection, sends something on it, and returns everything received until the server ends the connection. */
async function talk({ url }: TestServer, send: (socket: Socket) => unknown): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(socket, 'end');
  await once(socket, 'connect');
  await send(socket);
  await ended;
  socket.end();
  return Buffer.concat(chunks).toString();
}
