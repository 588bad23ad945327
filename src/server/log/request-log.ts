import type { IncomingMessage } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ScenarioFailure } from '../../contract/index.ts';
import type { RawAnswer } from '../../error-responses/index.ts';
import type { StoredKey } from '../store/store.ts';
import type { RequestLog } from './log.ts';

interface Notes {
  key?: StoredKey;
  failure?: ScenarioFailure;
  /** Whether the failure was answered past the response, which then knows nothing of it. */
  answeredRaw?: boolean;
}

/** What was noted of the requests that are to be logged; where they are not, nothing is. */
const notes = new WeakMap<IncomingMessage, Notes>();

/** Notes something of a request. */
export function note(request: IncomingMessage, more: Notes): void {
  const known = notes.get(request);
  if (known !== undefined) Object.assign(known, more);
}

/** Logs a request once its answer is out, or its connection is gone. */
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

/** Logs what was answered past the framework: with the request that it answers, where that is logged, or by itself. */
export function logRawAnswer(logRequest: RequestLog): (answer: RawAnswer) => void {
  return ({ requestId, failure, request }) => {
    if (request !== undefined && notes.has(request)) return note(request, { failure, answeredRaw: true });
    const { status, code, scenario } = failure;
    logRequest({ requestId, method: request?.method, status, code, scenario });
  };
}
