import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { answerParserError, answerProtocolEvents } from './parser-errors.ts';

const GOOD = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const NONSENSE = 'FOO\r\n\r\n';

describe('answerParserError', () => {
  it('waits only once for the previous response, however many malformed requests arrive meanwhile', async () => {
    const server = createServer();
    answerProtocolEvents(server);
    server.on('clientError', (error, socket) => answerParserError(error, socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>;
    socket.write(GOOD);
    const [, response] = await asked;
    const waiting: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const refused = once(server, 'clientError');
      socket.write(NONSENSE);
      await refused;
      waiting.push(response.listenerCount('finish'));
    }
    response.end('first');
    await once(socket, 'end');
    socket.end();
    server.close();
    expect(waiting).toEqual(Array(3).fill(waiting[0]));
    expect(
      Buffer.concat(chunks)
        .toString()
        .match(/HTTP\/1\.1 \d+/g),
    ).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });
});
