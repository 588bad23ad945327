import * as http from 'node:http';
import * as https from 'node:https';

import type { PlannedRequest } from '../../plan/index.ts';
import type { ReceivedResponse, KeptBody } from '../../judge/index.ts';
import { keptBody, LONGEST_KEPT } from '../../judge/index.ts';
import { decodeContent, LARGEST_BODY, TOO_LONG } from '../../content-coding/index.ts';
import type { Outcome } from './outcome.ts';
import type { Connection } from './sender.ts';
import { surplusBytes } from './surplus-bytes.ts';

const NO_CONTENT = 204;

/** Hosts on this machine, which no proxy can reach. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

/** Creates an agent with the certificates and the proxy of a connection. */
export function agentFor({ baseUrl, ca, insecure, proxy }: Connection, keepAlive: boolean): http.Agent {
  const proxyEnv = LOOPBACK.test(new URL(baseUrl).hostname) ? {} : (proxy ?? {});
  return baseUrl.startsWith('https:')
    ? new https.Agent({ keepAlive, ca, rejectUnauthorized: !insecure, proxyEnv })
    : new http.Agent({ keepAlive, proxyEnv });
}

/** Sends one request once. Sends the path and the body verbatim. Never rejects. */
export function exchangeOnce(connection: Connection, agent: http.Agent, request: PlannedRequest): Promise<Outcome> {
  const { timeout } = connection;
  const base = new URL(connection.baseUrl);
  const { request: open } = base.protocol === 'https:' ? https : http;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const { method, headers, body } = request;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const path = `${base.pathname.replace(/\/$/, '')}${request.path}`;
  const outgoing = open(base, { agent, method, path, headers: { ...connection.headers, ...headers, ...length } });
  let received: http.IncomingMessage | undefined;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    outgoing.destroy(new Error(`timed out after ${timeout} ms`));
  }, timeout);
  const fail = (failure: string, kind: Outcome['kind']): void => {
    clearTimeout(timer);
    resolve({ exchange: { request, failure }, kind });
  };
  const answer = (response: ReceivedResponse): void => {
    clearTimeout(timer);
    resolve({ exchange: { request, response }, kind: 'answered' });
  };
  outgoing.on('response', (incoming) => {
    received = incoming;
    readBody(incoming).then(
      (kept) => answer(receivedResponse(incoming, kept)),
      (error: Error) => fail(error.message, isLate ? 'silent' : 'broken'),
    );
  });
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    const surplus = received?.statusCode === NO_CONTENT ? surplusBytes(error) : undefined;
    if (isUnreachable(error)) fail(`${base.origin} cannot be reached: ${error.message}`, 'unsent');
    else if (outgoing.reusedSocket && error.code === 'ECONNRESET' && received === undefined) {
      // The server closed an idle connection just as it was reused, and sent no response: send the request again.
      clearTimeout(timer);
      resolve(exchangeOnce(connection, agent, request));
    } else if (received !== undefined && surplus !== undefined) answer(receivedResponse(received, { body: surplus }));
    else fail(error.message, !isLate && (received !== undefined || isParseError(error)) ? 'broken' : 'silent');
  });
  outgoing.end(body);
  return promise;
}

async function readBody(incoming: http.IncomingMessage): Promise<KeptBody> {
  const { statusCode = 0, headers } = incoming;
  const codings = headers['content-encoding'];
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error(TOO_LONG);
    if (chunks.length === 0 || size <= LONGEST_KEPT || codings !== undefined || startsJson(chunks)) chunks.push(chunk);
  }
  const body = decodeContent(Buffer.concat(chunks), codings, LARGEST_BODY).toString('utf8');
  return keptBody(statusCode, body, size);
}

/** Whether a body may be JSON that the contract knows, so that all of it is needed. */
function startsJson([first]: readonly Buffer[]): boolean {
  return /^\s*[[{]/.test(first?.toString('latin1', 0, 100) ?? '');
}

function receivedResponse(incoming: http.IncomingMessage, body: KeptBody): ReceivedResponse {
  const headers = Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]);
  return { status: incoming.statusCode ?? 0, headers: Object.fromEntries(headers), ...body };
}

function isParseError({ code = '' }: NodeJS.ErrnoException): boolean {
  return code.startsWith('HPE_');
}

function isUnreachable({ code = '' }: NodeJS.ErrnoException): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}
