import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer, maxHeaderSize } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';

import { sizeInWords } from '../contract/index.ts';
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

  it.each([[{}], [{ maxHeaderSize: 0 }], [{ maxHeaderSize: 8 * 1024 }], [{ maxHeaderSize: 20_000 }]])(
    'names the limit that a server with the options %j has for headers',
    async (options) => {
      const server = createServer(options);
      answerProtocolEvents(server);
      server.on('clientError', (error, socket) => answerParserError(error, socket));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(2 * maxHeaderSize)}\r\n\r\n`);
      const response = await text(socket);
      server.close();
      const limit = sizeInWords(
        'maxHeaderSize' in options && options.maxHeaderSize > 0 ? options.maxHeaderSize : maxHeaderSize,
      );
      expect(response).toContain(`"The request target and headers are longer than ${limit}"`);
    },
  );
});
