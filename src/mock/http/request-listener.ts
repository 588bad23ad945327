import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { internalError, toEnvelope } from '../../contract/index.ts';
import { idOf, REQUEST_ID } from '../../error-responses/index.ts';
import type { WrittenAnswer } from '../../disturbance/index.ts';
import { disturb, sendAnswer, writtenAnswer } from '../../disturbance/index.ts';
import type { DocumentedAnswer } from '../../injection/index.ts';
import type { Documents, MockRequest, ShownWorkspaces } from '../../mock-core/index.ts';
import { answerRequest } from '../../mock-core/index.ts';
import type { PageAnswer } from '../page/answer-page.ts';
import { corsHeaders, isPreflight, preflightHeaders } from '../../mock-core/index.ts';
import { readMockRequest } from './read-request.ts';

/** Receives an unexpected error, which is always a bug in the mock. */
export type Log = (entry: { readonly requestId: string; readonly error: unknown }) => void;

/** Resolves with the value after some milliseconds, and rejects once the signal is aborted. */
type Sleep = (milliseconds: number, value: true, options: { readonly signal: AbortSignal }) => Promise<boolean>;

/**
 * Returns a request listener that sends a response to every request, even after an unexpected error.
 * @param shown returns the workspaces to show, which may change between requests
 */
export function requestListener(
  documents: Documents,
  shown: () => ShownWorkspaces,
  log: Log,
  sleep: Sleep = setTimeout,
): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    const requestId = idOf(message);
    const onBug = (error: unknown): void => log({ requestId, error });
    respond({ message, response, requestId, documents, shown: shown(), onBug, sleep }).catch((error: unknown) => {
      // Only the page can fail here. For requests to the API, the core turns every error into a response.
      onBug(error);
      const failure = internalError();
      sendAnswer(response, withCors(message, { status: failure.status, body: toEnvelope(failure) }, requestId));
    });
  };
}

/** A request, and everything needed to respond to it. */
interface Incoming {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly documents: Documents;
  readonly shown: ShownWorkspaces;
  readonly onBug: (error: unknown) => void;
  readonly sleep: Sleep;
}

async function respond({ message, response, requestId, documents, shown, onBug, sleep }: Incoming): Promise<void> {
  const request = await readMockRequest(message);
  // The client disconnected, or sent broken framing, which the `clientError` listener handles.
  if (request === undefined) return;
  if (isPreflight(message)) {
    const headers = { [REQUEST_ID]: requestId, ...preflightHeaders(message) };
    sendAnswer(response, { status: 204, headers, text: '' });
    return;
  }
  const page = await findPage(request, shown);
  if (page !== undefined) {
    response.writeHead(page.status, page.headers).end(page.content);
    return;
  }
  const { delay, disturbance, answer } = await answerRequest(request, documents, shown, onBug);
  if (delay > 0 && !(await waitFor(delay, response, sleep))) return;
  const written = withCors(message, answer, requestId);
  if (disturbance === undefined) sendAnswer(response, written);
  else disturb(disturbance, response, written);
}

/** Returns a file of the mock's page, which is outside the API. The code of the page is loaded on first use. */
async function findPage({ method, path, query }: MockRequest, shown: ShownWorkspaces): Promise<PageAnswer | undefined> {
  if ((method !== 'GET' && method !== 'HEAD') || !/^\/(_page\/|$)/.test(path)) return undefined;
  const { answerPage } = await import('../page/answer-page.ts');
  return answerPage(path, query, shown);
}

/** Waits for the delay. Returns false if the client disconnects first. */
async function waitFor(delay: number, response: ServerResponse, sleep: Sleep): Promise<boolean> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return sleep(delay, true, { signal: left.signal }).catch(() => false);
}

function withCors(message: IncomingMessage, answer: DocumentedAnswer, requestId: string): WrittenAnswer {
  const written = writtenAnswer(answer, requestId);
  return { ...written, headers: { ...written.headers, ...corsHeaders(message) } };
}
