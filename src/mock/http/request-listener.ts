import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { ScenarioFailure } from '../../contract/index.ts';
import { idOf, internalError, REQUEST_ID } from '../../error-responses/index.ts';
import { answerOutside, answerRequest } from '../answer/answer-request.ts';
import type { PageAnswer } from '../page/answer-page.ts';
import type { DocumentedAnswer, Prism } from '../prism/prism.ts';
import type { MockRequest } from '../request/mock-request.ts';
import { readMockRequest } from '../request/mock-request.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { disturb } from './disturb.ts';
import type { Spoiling } from './disturbance.ts';
import { NOT_SPOILT, readSpoiling } from './disturbance.ts';
import type { WrittenAnswer } from './write-answer.ts';
import { sendAnswer, writtenAnswer } from './write-answer.ts';

/** Takes a failure that is the mock's own and no caller's: whoever sees one has found a bug. */
export type Log = (entry: { readonly requestId: string; readonly error: unknown }) => void;

/** Listens to requests: reads each, has it answered and sends the answer, whatever happens on the way. */
export function requestListener(prism: Prism, log: Log): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => void handle(message, response, prism, log);
}

async function handle(message: IncomingMessage, response: ServerResponse, prism: Prism, log: Log): Promise<void> {
  const requestId = idOf(message);
  const request = await readMockRequest(message).catch(() => undefined);
  // The client has left, or its framing broke, which is answered elsewhere.
  if (request === undefined) return;
  try {
    await respond(request, { message, response, requestId, prism });
  } catch (error) {
    log({ requestId, error });
    sendAnswer(response, withCors(message, answerOutside(internalError()), requestId));
  }
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly prism: Prism;
}

async function respond(request: MockRequest, { message, response, requestId, prism }: Exchange): Promise<void> {
  if (isPreflight(message)) {
    const headers = { [REQUEST_ID]: requestId, ...preflightHeaders(message) };
    sendAnswer(response, { status: 204, headers, text: '' });
    return;
  }
  const page = await findPage(request);
  if (page !== undefined) {
    response.writeHead(page.status, page.headers).end(page.content);
    return;
  }
  const { delay, disturbance, answer } = await answerOf(request, prism);
  if (delay > 0 && !(await waitFor(delay, response))) return;
  const written = withCors(message, answer, requestId);
  if (disturbance === undefined) sendAnswer(response, written);
  else disturb(disturbance, response, written);
}

/** The page for people, which lies outside of the API. It is loaded when somebody looks at it. */
async function findPage({ method, path }: MockRequest): Promise<PageAnswer | undefined> {
  if ((method !== 'GET' && method !== 'HEAD') || !/^\/(_page\/|$)/.test(path)) return undefined;
  const { answerPage } = await import('../page/answer-page.ts');
  return answerPage(path);
}

async function answerOf(request: MockRequest, prism: Prism): Promise<Spoiling & { readonly answer: DocumentedAnswer }> {
  try {
    const spoiling = readSpoiling(request.headers);
    return { ...spoiling, answer: await answerRequest(request, prism) };
  } catch (error) {
    if (error instanceof ScenarioFailure) return { ...NOT_SPOILT, answer: answerOutside(error) };
    throw error;
  }
}

/** @returns whether the client still waits */
async function waitFor(delay: number, response: ServerResponse): Promise<boolean> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return setTimeout(delay, true, { signal: left.signal }).catch(() => false);
}

function withCors(message: IncomingMessage, answer: DocumentedAnswer, requestId: string): WrittenAnswer {
  const written = writtenAnswer(answer, requestId);
  return { ...written, headers: { ...written.headers, ...corsHeaders(message) } };
}
