import { isObject, readEnvelope } from '../../src/contract/index.ts';
import type { WalkedRequest } from './walked-requests.ts';

/** A response as fetch shows it. */
export interface WalkedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What fetch can express: the others are listed in the documentation. */
export function isExpressible({ method, headers, body }: WalkedRequest): boolean {
  return (
    method !== 'TRACE' &&
    method !== 'CONNECT' &&
    !(body !== undefined && (method === 'GET' || method === 'HEAD')) &&
    headers.host === undefined
  );
}

/** Sends every request with fetch, in turn. Runs in browsers too, so it uses nothing from outside. */
export async function walk(baseUrl: string, requests: readonly WalkedRequest[]): Promise<readonly WalkedAnswer[]> {
  const send = async ({ method, path, headers, body }: WalkedRequest): Promise<WalkedAnswer> => {
    const sent = { method, headers, ...(body === undefined ? {} : { body }) };
    // An idle connection may end at the moment it is used again (RFC 9112, section 9.3.1). No request changes what the next one sees.
    const response = await fetch(baseUrl + path, sent).catch(() => fetch(baseUrl + path, sent));
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  };
  const answers: WalkedAnswer[] = [];
  for (let first = 0; first < requests.length; first += 20)
    answers.push(...(await Promise.all(requests.slice(first, first + 20).map(send))));
  return answers;
}

/** The headers of the mock's own, which every transport must deliver. */
const HEADERS = ['content-type', 'www-authenticate'];

/** Reduces an answer to what every transport must agree on: everything but generated ids, the request id and headers of the connection. */
export function essence(answer: WalkedAnswer | undefined) {
  if (answer === undefined) return undefined;
  const { status, headers, text } = answer;
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => HEADERS.includes(name)));
  return {
    status,
    headers: sent,
    hasRequestId: (headers['x-request-id'] ?? '') !== '',
    body: withoutGeneratedId(body),
  };
}

/** Replaces the id of a created record, which is random. */
function withoutGeneratedId(body: unknown): unknown {
  const data = isObject(body) ? body.data : undefined;
  if (!isObject(data) || readEnvelope(body) !== undefined) return body;
  return typeof data.id === 'number' && data.id >= 1_000
    ? { ...Object(body), data: { ...data, id: 'generated' } }
    : body;
}
