import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import type { Definition } from '../../src/workspace/index.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';

const KEY = 'sk_live_0123456789';
const LENGTH = 100_000;
/** More than the buffers of both ends of a connection can hold. */
const RECORDS = 100;

const definition: Definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'main',
      mode: 'ACTIVE',
      keys: [{ name: 'main', key: KEY, permission: 'READ_ONLY' }],
      entities: [{ name: 'Text', table: 'texts', columns: [{ name: 'text', type: 'TEXT', length: LENGTH }] }],
      records: { Text: Array.from({ length: RECORDS }, () => ({ text: 'x'.repeat(LENGTH) })) },
    },
  ],
};

describe('a client that does not read its response', () => {
  it('→ disconnected, and others are not affected', async () => {
    const { promise: logged, resolve } = Promise.withResolvers<unknown>();
    // Longer than another thread needs to start and to read the page.
    const server = await startTestServer({ definition, timeouts: { unread: 2000 }, logRequest: resolve });
    const { hostname, port, pathname } = new URL(server.url);
    const head = `GET ${pathname}/acme/main/Text?size=100 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\n\r\n`;
    // Without a listener for data, nothing is read.
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(head));
    socket.on('error', () => undefined);
    // A request without a status is one whose connection ended before its response.
    expect(await logged).toMatchObject({ method: 'GET', status: undefined });
    expect(await ask(server, { path: 'acme/main/Text?size=100', key: KEY })).toMatchObject({ status: 200 });
    socket.destroy();
    await server.close();
  });
});
