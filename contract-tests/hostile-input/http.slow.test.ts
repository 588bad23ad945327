import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import { askBytes } from '../../src/server/testing/test-server.ts';
import { badRequest, refusal } from './refusal.ts';
import { HASTY, untouchedServer } from './untouched-server.ts';
import { answersIn, chunk, creation, CUSTOMERS, HOST, JANE, JSON_TYPE, KEY, wire } from './wire.ts';

const server = untouchedServer();

describe('slow headers (5 s) and slow bodies (10 s)', () => {
  const hasty = untouchedServer(HASTY);

  /** Sends `bytes`, then `more` every 20 ms until the connection is closed. */
  async function drip(bytes: string, more: string): Promise<string> {
    const { hostname, port } = new URL(hasty.url);
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const received: Buffer[] = [];
    socket.on('data', (part: Buffer) => received.push(part));
    // The server resets a connection that keeps sending for too long.
    socket.on('error', () => undefined);
    const timer = setInterval(() => socket.write(more), 20);
    await once(socket, 'close');
    clearInterval(timer);
    return Buffer.concat(received).toString();
  }

  const head = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, KEY, JSON_TYPE, 'Content-Length: 999999']);

  it.each([
    ['no bytes', ''],
    ['half a request line', 'GE'],
    ['half the headers', `GET ${CUSTOMERS} HTTP/1.1\r\n${HOST}\r\n`],
    ['no body', head],
    ['half of the body', `${head}{"name":`],
    ['half a chunk', creation(['Transfer-Encoding: chunked'], `ff\r\n${JANE}`)],
  ])('%s, then silence → 400, connection closed', async (_title, bytes) => {
    const answers = answersIn(await askBytes(hasty, bytes));
    expect(answers).toMatchObject([{ ...badRequest('took too long'), headers: { connection: 'close' } }]);
  });

  it.each([
    ['method', '', 'G'],
    ['header', `GET ${CUSTOMERS} HTTP/1.1\r\nX: `, 'y'],
    ['body', head, ' '],
    ['chunked body', creation(['Transfer-Encoding: chunked'], ''), '1\r\n \r\n'],
  ])('a %s that arrives byte by byte → 400, connection closed', async (_title, bytes, more) => {
    expect(answersIn(await drip(bytes, more))).toMatchObject([badRequest(more === 'G' ? 'unknown' : 'took too long')]);
  });

  it('an unauthenticated caller with a slow body → 401, connection closed', async () => {
    const bytes = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, JSON_TYPE, 'Content-Length: 99'], '{');
    expect(answersIn(await askBytes(hasty, bytes))).toMatchObject([refusal(fail('invalidApiKey'))]);
  });
});

describe('a client that disconnects in the middle of a request', () => {
  const length = Buffer.byteLength(JANE) + 1;
  const whole = wire([`POST ${CUSTOMERS} HTTP/1.1`, HOST, KEY, JSON_TYPE, `Content-Length: ${length}`], JANE);

  it.each([
    ['in the headers', whole.slice(0, 60)],
    ['before the body', whole.slice(0, -JANE.length)],
    ['in the body', whole.slice(0, -10)],
    ['before the last byte of the body', whole],
    ['between two chunks', creation(['Transfer-Encoding: chunked'], chunk(JANE))],
    ['before the last chunk ends', creation(['Transfer-Encoding: chunked'], `${chunk(JANE)}0\r\n`)],
  ])('%s → nothing stored, no crash', async (_title, bytes) => {
    const { hostname, port } = new URL(server.url);
    for (const leave of ['end', 'destroy', 'resetAndDestroy'] as const) {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.write(bytes, 'latin1', resolve));
      const over = once(socket.resume(), 'close');
      socket[leave]();
      await over;
    }
  });
});
