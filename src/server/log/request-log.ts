import type { IncomingMessage } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ScenarioFailure } from '../../contract/index.ts';
import type { RawAnswer } from '../../error-responses/index.ts';
import type { StoredKey } from '../store/store.ts';
import type { RequestLog } from './log.ts';

interface Notes {
  key?: StoredKey;
  failure?: ScenarioFailure;
  /** Whether the failure was written directly to the socket, so that the response object does not show it. */
  answeredRaw?: boolean;
}

/** What the log needs to know about each request. Empty if requests are not logged. */
const notes = new WeakMap<IncomingMessage, Notes>();

/** Notes something about a request for its log entry. Does nothing if requests are not logged. */
export function note(request: IncomingMessage, more: Notes): void {
  const known = notes.get(request);
  if (known !== undefined) Object.assign(known, more);
}

/** Logs a request once its response is sent or its connection is lost. */
export function logWhenOver(request: FastifyRequest, reply: FastifyReply, logRequest: RequestLog): void {
  const start = performance.now();
  const known: Notes = {};
  notes.set(request.raw, known);
  reply.raw.once('close', () => {
    const { key, failure, answeredRaw = false } = known;
    const isAnswered = reply.raw.writableFinished || answeredRaw;
    logRequest({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      workspace: key === undefined ? undefined : `${key.organization}/${key.workspace}`,
      status: isAnswered ? (failure?.status ?? reply.raw.statusCode) : undefined,
      code: isAnswered ? failure?.code : undefined,
      scenario: isAnswered ? failure?.scenario : undefined,
      duration: Math.round((performance.now() - start) * 100) / 100,
    });
  });
}

/** Logs responses written directly to the socket: in the entry of their request if there is one, otherwise in their own entry. */
export function logRawAnswer(logRequest: RequestLog): (answer: RawAnswer) => void {
  return ({ requestId, failure, request }) => {
    if (request !== undefined && notes.has(request)) return note(request, { failure, answeredRaw: true });
    const { status, code, scenario } = failure;
    logRequest({ requestId, method: request?.method, status, code, scenario });
  };
}
