import type { IncomingMessage } from 'node:http';

type HeaderValues = Readonly<Record<string, string>>;

const EXPOSED = { 'Access-Control-Expose-Headers': 'X-Request-Id, WWW-Authenticate' };

/** What lets a page read an answer to a request that Node could not read, so that nobody knows where it came from. */
export const anyOrigin: HeaderValues = { 'Access-Control-Allow-Origin': '*', ...EXPOSED };

/**
 * What lets a page from anywhere read an answer, whatever its `credentials` (Fetch Standard, section 3.3). There is nothing to
 * protect: the mock stores nothing, and its keys stand in the documentation.
 */
export function corsHeaders({ headers: { origin } }: IncomingMessage): HeaderValues {
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    ...EXPOSED,
    Vary: 'Origin',
  };
}

/** Tells whether a browser asks if a page may send a request, which is no request to the API yet. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** Allows whatever a browser asks for: a method that no operation has is answered by the contract, not by silence. */
export function preflightHeaders(message: IncomingMessage): HeaderValues {
  const { headers } = message;
  const asked = headers['access-control-request-headers'];
  return {
    ...corsHeaders(message),
    'Access-Control-Allow-Methods': String(headers['access-control-request-method']),
    ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked }),
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'Access-Control-Allow-Private-Network': 'true' }
      : {}),
    'Access-Control-Max-Age': '600',
  };
}
