import type { IncomingMessage } from 'node:http';

/** The longest body that is read, in bytes. */
const LONGEST_BODY = 1024 * 1024;

/** A request as it came over the wire: nothing of it is decoded or merged yet. */
export interface MockRequest {
  readonly method: string;
  readonly httpVersion: string;
  readonly path: string;
  /** What stands behind the `?`. */
  readonly query: string;
  /** The values of each header by its lower-case name; more than one where it was sent more than once. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  readonly body: Uint8Array | 'tooLong';
}

/**
 * Reads a whole request.
 * @throws {Error} when the connection breaks before its body is complete.
 */
export async function readMockRequest(message: IncomingMessage): Promise<MockRequest> {
  const target = originForm(message.url ?? '');
  const questionMark = target.indexOf('?');
  return {
    method: message.method ?? '',
    httpVersion: message.httpVersion,
    path: questionMark === -1 ? target : target.slice(0, questionMark),
    query: questionMark === -1 ? '' : target.slice(questionMark + 1),
    headers: message.headersDistinct,
    body: await readBody(message),
  };
}

/** A server must accept a target in absolute form too, `GET http://host/path` (RFC 9112, section 3.2.2). */
function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

/** A body that is too long is still read to its end: a client that is cut off while it sends may never see the answer. */
function readBody(message: IncomingMessage): Promise<Uint8Array | 'tooLong'> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LONGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
    });
    message.once('end', () => resolve(length > LONGEST_BODY ? 'tooLong' : Buffer.concat(chunks)));
    message.once('error', reject);
    // A client that leaves half-way sends no end, and makes no error where nothing was wrong with its framing.
    message.once('close', () => reject(new Error('The client has left')));
  });
}
