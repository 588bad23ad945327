import type { FastifyReply, FastifyRequest } from 'fastify';

import type { RawAnswer } from '../../error-responses/index.ts';
import type { RequestLog } from '../log/log.ts';
import type { RequestMetrics } from '../metrics/request-metrics.ts';
import type { Notes, RequestPurpose } from './notes.ts';
import { keepNotes, notesOf } from './notes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the requests of a route are for; without it, for nothing that the contract knows. */
    purpose?: RequestPurpose;
  }
}

/** Logs and counts requests. */
export class RequestObserver {
  readonly #log: RequestLog | undefined;
  readonly #metrics: RequestMetrics | undefined;

  /** Without a log or metrics, they are left out. */
  constructor(log: RequestLog | undefined, metrics: RequestMetrics | undefined) {
    this.#log = log;
    this.#metrics = metrics;
  }

  /** Follows a request until its response is sent or its connection is lost. */
  follow(request: FastifyRequest, reply: FastifyReply): void {
    const start = performance.now();
    const notes = keepNotes(request.raw, purposeOf(request));
    reply.raw.on('close', () => this.#isOver(request, reply, notes, performance.now() - start));
  }

  /** Takes in a response written directly to the socket: for its request if that is followed, otherwise by itself. */
  answeredRaw({ requestId, failure, request }: RawAnswer): void {
    const notes = request === undefined ? undefined : notesOf(request);
    if (notes !== undefined) {
      Object.assign(notes, { failure, answeredRaw: true });
      return;
    }
    const { status, code, scenario } = failure;
    this.#metrics?.count('outsideOperations', status, scenario);
    this.#log?.({ requestId, method: request?.method, status, code, scenario });
  }

  /** `duration` is in milliseconds. */
  #isOver(request: FastifyRequest, { raw }: FastifyReply, notes: Notes, duration: number): void {
    const { purpose, key, failure, answeredRaw } = notes;
    const isAnswered = raw.writableFinished || answeredRaw;
    const status = failure?.status ?? raw.statusCode;
    if (isAnswered) {
      this.#metrics?.count(purpose, status, failure?.scenario);
      this.#metrics?.measure(purpose, duration / 1000);
    } else this.#metrics?.countDisconnect(purpose);
    this.#log?.({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      workspace: key === undefined ? undefined : `${key.organization}/${key.workspace}`,
      status: isAnswered ? status : undefined,
      code: isAnswered ? failure?.code : undefined,
      scenario: isAnswered ? failure?.scenario : undefined,
      duration: Math.round(duration * 100) / 100,
    });
  }
}

/** Returns what a request is for, as far as the router knows. */
export function purposeOf(request: FastifyRequest): RequestPurpose {
  return (request.is404 ? undefined : request.routeOptions.config.purpose) ?? 'outsideOperations';
}
