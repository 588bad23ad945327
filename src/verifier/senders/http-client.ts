import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange, ReceivedResponse } from '../exchange.ts';
import { TargetUnavailable } from '../target-unavailable.ts';
import { gatewayComplaint, retryAfter } from './gateway.ts';

const LARGEST_BODY = 4 * 1024 * 1024;

/** Sends single requests to a target: paths and bodies raw, connections kept alive. */
export interface HttpClient {
  /**
   * Sends one request.
   * @throws {TargetUnavailable} when nobody answers at the address, or a gateway refuses twice
   */
  send(request: PlannedRequest): Promise<Exchange>;
  close(): void;
}

/**
 * @param baseUrl what stands before each request's path
 * @param timeout how long an answer may take, in milliseconds
 */
export function createHttpClient(baseUrl: string, timeout: number): HttpClient {
  const base = new URL(baseUrl);
  const { Agent, request: open } = base.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });

  const sendOnce = (request: PlannedRequest): Promise<Exchange> =>
    new Promise((resolve, reject) => {
      const { method, headers, body } = request;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const path = `${base.pathname.replace(/\/$/, '')}${request.path}`;
      const outgoing = open(base, { agent, method, path, headers: { ...headers, ...length } });
      const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeout} ms`)), timeout);
      const settle = (exchange: Exchange): void => {
        clearTimeout(timer);
        resolve(exchange);
      };
      outgoing.on('response', (incoming) => {
        readBody(incoming).then(
          (text) => settle({ request, response: receivedResponse(incoming, text) }),
          (error: Error) => settle({ request, failure: error.message }),
        );
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        if (isNobodyThere(error)) reject(new TargetUnavailable(`${base.origin} can not be reached: ${error.message}`));
        // The server closed an idle connection just when it was taken again: nothing was answered, so nothing is judged.
        else if (outgoing.reusedSocket && error.code === 'ECONNRESET') sendOnce(request).then(resolve, reject);
        else settle({ request, failure: error.message });
      });
      outgoing.end(body);
    });

  return {
    async send(request) {
      const first = await sendOnce(request);
      const seconds = 'response' in first ? retryAfter(first.response) : undefined;
      if (seconds === undefined) return first;
      await wait(seconds * 1000);
      const second = await sendOnce(request);
      const complaint = 'response' in second ? gatewayComplaint(request, second.response) : undefined;
      if (complaint !== undefined) throw new TargetUnavailable(complaint);
      return second;
    },
    close: () => agent.destroy(),
  };
}

async function readBody(incoming: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error(`the answer is longer than ${LARGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function receivedResponse(incoming: http.IncomingMessage, body: string): ReceivedResponse {
  const headers = Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]);
  return { status: incoming.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

function isNobodyThere({ code = '' }: NodeJS.ErrnoException): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}
