import { bendHeaders, bendStatus } from './bend.ts';
import type { BentResponse } from './bending.ts';
import type { Mutant } from './mutant.ts';
import { onTheWire } from './wire.ts';

/** Responses that are malformed HTTP or are not labelled as JSON. */
export const http: readonly Mutant[] = [
  {
    is: 'a failure without a content type',
    caughtBy: 'content-type',
    bending: bendHeaders(({ 'content-type': _type, ...headers }) => headers, 404),
  },
  { is: 'failures as problem+json', caughtBy: 'content-type', bending: typed('application/problem+json', 409) },
  { is: 'failures as HTML', caughtBy: 'content-type', bending: typed('text/html; charset=utf-8', 401) },
  { is: 'failures as text', caughtBy: 'content-type', bending: typed('text/plain', 500) },
  { is: 'failures as text/json', caughtBy: 'content-type', bending: typed('text/json', 400) },
  { is: 'successes as hal+json', caughtBy: 'content-type', bending: typed('application/hal+json', 200) },
  {
    is: 'two content types in one header',
    caughtBy: 'content-type',
    bending: typed('application/json, application/json', 422),
  },
  {
    is: 'a body in UTF-16',
    caughtBy: 'body',
    bending: bendStatus(404, ({ headers, body }) => ({
      headers: { ...headers, 'content-type': 'application/json; charset=utf-16' },
      body: Buffer.from(body, 'utf16le').toString('latin1'),
    })),
  },
  {
    is: 'a challenge for another scheme',
    caughtBy: 'challenge',
    bending: bendHeaders((headers) => ({ ...headers, 'www-authenticate': 'Basic realm="Bearer"' }), 401),
  },
  {
    is: 'a challenge that names no scheme',
    caughtBy: 'challenge',
    bending: bendHeaders((headers) => ({ ...headers, 'www-authenticate': 'realm="Workspace API"' }), 401),
  },
  {
    is: 'a body on a 204',
    caughtBy: 'no-content',
    bending: bendStatus(204, (response) => ({
      wire: onTheWire({ ...response, body: '{"deleted":true}' }, { 'content-length': '16' }),
    })),
  },
  {
    is: 'a body of undeclared length on a 204',
    caughtBy: 'no-content',
    bending: bendStatus(204, (response) => ({ wire: onTheWire({ ...response, body: 'null' }, {}) })),
  },
  {
    is: 'a Content-Length that counts characters, not bytes',
    caughtBy: 'answer',
    bending: bendStatus(403, (response) => ({
      wire: onTheWire(response, { 'content-length': String(response.body.length) }),
    })),
  },
  {
    is: 'a Content-Length that is too large',
    caughtBy: 'answer',
    bending: bendStatus(404, (response) => ({ wire: onTheWire(response, { 'content-length': '9999' }) })),
  },
  {
    is: 'chunks without a size',
    caughtBy: 'answer',
    bending: bendStatus(422, (response) => ({ wire: onTheWire(response, { 'transfer-encoding': 'chunked' }) })),
  },
  {
    is: 'chunks without a last chunk',
    caughtBy: 'answer',
    bending: bendStatus(409, (response) => ({
      wire: onTheWire({ ...response, body: chunk(response) }, { 'transfer-encoding': 'chunked' }),
    })),
  },
  {
    is: 'a Content-Encoding that its bodies do not have',
    caughtBy: 'answer',
    bending: bendHeaders((headers) => ({ ...headers, 'content-encoding': 'gzip' }), 422),
  },
  {
    is: 'a log line before the response',
    caughtBy: 'answer',
    bending: bendStatus(400, (response) => ({ wire: `refused\r\n${onTheWire(response, {})}` })),
  },
  {
    is: 'no response when an unexpected error occurs',
    caughtBy: 'answer',
    bending: bendStatus(500, () => ({ wire: '' })),
  },
];

function typed(type: string, status: number) {
  return bendHeaders((headers) => ({ ...headers, 'content-type': type }), status);
}

function chunk({ body }: BentResponse): string {
  return `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;
}
