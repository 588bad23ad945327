import { expect } from '@jest/globals';

import { askBytes } from '../../src/server/testing/test-server.ts';
import type { UntouchedServer } from './untouched-server.ts';
import { answersIn, CLOSE, CUSTOMERS, HOST, KEY, wire } from './wire.ts';

/** Asserts that the bytes get exactly this response, whatever follows them, and that the connection is closed. */
export async function expectEnd(server: UntouchedServer, bytes: string, answer: object): Promise<void> {
  const answers = answersIn(await askBytes(server, bytes + wire([`GET ${CUSTOMERS}/1 HTTP/1.1`, HOST, KEY, CLOSE])));
  expect(answers).toMatchObject([{ ...answer, headers: { 'content-type': 'application/json', connection: 'close' } }]);
}
