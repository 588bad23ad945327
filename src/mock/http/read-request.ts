import type { IncomingMessage } from 'node:http';

import { contract } from '../../contract/index.ts';
import type { MockRequest } from '../../mock-core/index.ts';

const LONGEST_BODY = contract.limits.bodyBytes;

/** Reads a whole request. Returns `undefined` if the connection breaks before the body is complete. */
export async function readMockRequest(message: IncomingMessage): Promise<MockRequest | undefined> {
  const body = await readBody(message);
  if (body === undefined) return undefined;
  const target = originForm(message.url ?? '');
  const questionMark = target.indexOf('?');
  return {
    method: message.method ?? '',
    httpVersion: message.httpVersion,
    path: questionMark === -1 ? target : target.slice(0, questionMark),
    query: questionMark === -1 ? '' : target.slice(questionMark + 1),
    headers: message.headersDistinct,
    body,
  };
}

/** Removes the origin of a target in absolute form, `GET http://host/path`, which servers must accept (RFC 9112, section 3.2.2). */
function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

/** Reads even an oversized body to its end: a client that is cut off while it sends may never see the response. */
function readBody(message: IncomingMessage): Promise<MockRequest['body'] | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LONGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
    });
    message.once('end', () => resolve(length > LONGEST_BODY ? 'tooLong' : Buffer.concat(chunks)));
    message.once('error', () => resolve(undefined));
    // A client that disconnects halfway triggers neither `end` nor, if its framing was valid, `error`.
    message.once('close', () => resolve(undefined));
  });
}
