import type { Controls } from '../controls.ts';
import { inProcessMock } from '../in-process-mock.ts';
import type { MockOptions } from '../options.ts';
import type { PlainResponse } from '../plain-request.ts';

/** The part of MSW's `http` that is used: MSW 2 and 3 have it. */
export interface MswHttp<Handler> {
  all(path: RegExp, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler;
}

/** Handlers for `setupServer` and `setupWorker`, and what a test changes while it runs. */
export type WorkspaceHandlers<Handler> = Handler[] & Controls;

/**
 * Returns request handlers for MSW that answer as the mock does: every documented failure, by the same keys, ids, values and headers.
 *
 * @example
 * const api = workspaceHandlers(http, { baseUrl: 'https://api.example.com/v1' });
 * const server = setupServer(...api);
 * api.failNext('createRecord', 'uniqueConstraintViolation');
 *
 * @param http MSW's own `http`
 * @throws {TypeError} if the options cannot be used
 */
export function workspaceHandlers<Handler>(http: MswHttp<Handler>, options: MockOptions): WorkspaceHandlers<Handler> {
  const { pattern, answer, failNext, breakNext, reset } = inProcessMock(options);
  const handler = http.all(pattern, async ({ request }) => {
    const { method, url, headers, signal } = request;
    // A copy: MSW may still pass the request on to those that listen to its events.
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const answered = await answer({ method, url, headers: Object.fromEntries(headers), body });
    await wait(answered.delay, signal);
    return deliver(answered, method, signal);
  });
  return Object.assign([handler], { failNext, breakNext, reset });
}

/** Returns the response, or what MSW passes on as a network error. */
async function deliver(answered: PlainResponse, method: string, signal: AbortSignal): Promise<Response> {
  const { status, headers, text, fault } = answered;
  const hasBody = text !== '' && method !== 'HEAD';
  const length = text === '' ? {} : { 'content-length': String(byteLength(text)) };
  const init = { status, headers: { ...headers, ...length } };
  switch (fault) {
    case undefined:
      return new Response(hasBody ? text : null, init);
    case 'reset':
      // Returned and not thrown: MSW turns what is thrown into a response with the status 500.
      return Response.error();
    case 'truncate':
      return hasBody ? new Response(brokenStream(text), init) : Response.error();
    case 'timeout':
      await aborted(signal);
      return Response.error();
  }
}

/** The first half of a text, and then an error, as from a connection that closes too early. */
function brokenStream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text.slice(0, text.length / 2));
  let isSent = false;
  return new ReadableStream({
    async pull(controller) {
      if (isSent) {
        // An error discards what was not read yet, so whoever reads gets the time to read it.
        await new Promise((resolve) => setTimeout(resolve, TIME_TO_READ));
        controller.error(new TypeError('The connection closed before the response was complete'));
      } else controller.enqueue(bytes);
      isSent = true;
    },
  });
}

/** Milliseconds between the first half of a response and the end of its connection. */
const TIME_TO_READ = 50;

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Waits for the delay, or until the request is aborted. */
function wait(delay: number, signal: AbortSignal): Promise<void> {
  if (delay === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delay);
    void aborted(signal).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
