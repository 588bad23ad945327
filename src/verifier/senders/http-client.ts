import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange, ReceivedResponse } from '../judge/exchange.ts';
import type { KeptBody } from '../judge/kept-body.ts';
import { keptBody, LONGEST_KEPT } from '../judge/kept-body.ts';
import { decodeContent, LARGEST_BODY, TOO_LONG } from './content-coding.ts';
import { gatewayComplaint, retryAfter } from './gateway.ts';
import { Patience } from './patience.ts';
import type { Connection } from './sender.ts';
import { surplusBytes } from './surplus-bytes.ts';
import { TargetUnavailable } from './target-unavailable.ts';

const NO_CONTENT = 204;

/** Sends single requests to a target over keep-alive connections. Sends paths and bodies verbatim. */
export interface HttpClient {
  /**
   * Sends one request.
   * @throws {TargetUnavailable} if the target cannot be reached or stops responding, or if a gateway refuses twice
   */
  send(request: PlannedRequest): Promise<Exchange>;
  close(): void;
}

/** An exchange, and whether the target started to respond in time. */
interface Outcome {
  readonly exchange: Exchange;
  readonly heard: boolean;
}

/** Creates a client. Its connections stay open until it is closed. */
export function createHttpClient(connection: Connection): HttpClient {
  const { timeout } = connection;
  const patience = new Patience();
  const base = new URL(connection.baseUrl);
  const { request: open } = base.protocol === 'https:' ? https : http;
  const agent =
    base.protocol === 'https:'
      ? new https.Agent({ keepAlive: true, ca: connection.ca, rejectUnauthorized: !connection.insecure })
      : new http.Agent({ keepAlive: true });

  const sendOnce = (request: PlannedRequest): Promise<Outcome> =>
    new Promise((resolve, reject) => {
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
      const settle = (exchange: Exchange, isBroken = received !== undefined): void => {
        clearTimeout(timer);
        resolve({ exchange, heard: 'response' in exchange || (isBroken && !isLate) });
      };
      outgoing.on('response', (incoming) => {
        received = incoming;
        readBody(incoming).then(
          (body) => settle({ request, response: receivedResponse(incoming, body) }),
          (error: Error) => settle({ request, failure: error.message }),
        );
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        if (isUnreachable(error)) reject(new TargetUnavailable(`${base.origin} cannot be reached: ${error.message}`));
        // The server closed an idle connection just as it was reused, and sent no response: send the request again.
        else if (outgoing.reusedSocket && error.code === 'ECONNRESET') sendOnce(request).then(resolve, reject);
        else settle({ request, ...brokenAnswer(received, error) }, received !== undefined || isParseError(error));
      });
      outgoing.end(body);
    });

  const sendPatiently = async (request: PlannedRequest): Promise<Exchange> => {
    const { exchange, heard } = await sendOnce(request);
    // A broken response still counts as a response: the target is running, and does something wrong.
    const gone = 'failure' in exchange && !heard ? patience.unanswered(exchange.failure) : patience.answered();
    if (gone !== undefined) throw gone;
    return exchange;
  };

  return {
    async send(request) {
      const first = await sendPatiently(request);
      const seconds = 'response' in first ? retryAfter(request, first.response) : undefined;
      if (seconds === undefined) return first;
      await wait(seconds * 1000);
      const second = await sendPatiently(request);
      const complaint = 'response' in second ? gatewayComplaint(request, second.response) : undefined;
      if (complaint !== undefined) throw new TargetUnavailable(complaint);
      return second;
    },
    close: () => agent.destroy(),
  };
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

/** Recovers the body of a 204 from the error that Node's parser raises for it. Any other error stays a failure. */
function brokenAnswer(
  received: http.IncomingMessage | undefined,
  error: Error,
): { readonly response: ReceivedResponse } | { readonly failure: string } {
  const surplus = received?.statusCode === NO_CONTENT ? surplusBytes(error) : undefined;
  if (received === undefined || surplus === undefined) return { failure: error.message };
  return { response: receivedResponse(received, { body: surplus }) };
}

function isParseError({ code = '' }: NodeJS.ErrnoException): boolean {
  return code.startsWith('HPE_');
}

function isUnreachable({ code = '' }: NodeJS.ErrnoException): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}
