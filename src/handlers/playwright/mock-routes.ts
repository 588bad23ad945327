import type { Controls } from '../controls.ts';
import { inProcessMock } from '../in-process-mock.ts';
import type { MockOptions } from '../options.ts';
import type { PlainResponse } from '../plain-request.ts';

/** The part of Playwright's `Request` that is used. */
export interface RoutedRequest {
  method(): string;
  url(): string;
  headers(): Readonly<Record<string, string>>;
  postDataBuffer(): Uint8Array | null;
}

/** The part of Playwright's `Route` that is used. */
export interface InterceptedRoute {
  request(): RoutedRequest;
  fulfill(response: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
  abort(errorCode?: string): Promise<void>;
}

/** The part of Playwright's `Page` and `BrowserContext` that is used. */
export interface RoutedPage {
  route(url: RegExp, handler: (route: InterceptedRoute) => Promise<void>): Promise<unknown>;
}

/**
 * Lets a page get its responses from the mock: every documented failure, by the same keys, ids, values and headers.
 *
 * @example
 * const api = await mockRoutes(page, { baseUrl: '/api/v1' });
 * api.failNext('createRecord', 'uniqueConstraintViolation');
 *
 * @param page Playwright's `page`, or `context` for all its pages
 * @throws {TypeError} if the options cannot be used
 */
export async function mockRoutes(page: RoutedPage, options: MockOptions): Promise<Controls> {
  const { pattern, answer, failNext, breakNext, reset } = inProcessMock(options);
  await page.route(pattern, async (route) => {
    const request = route.request();
    const body = request.postDataBuffer() ?? new Uint8Array();
    const answered = await answer({ method: request.method(), url: request.url(), headers: request.headers(), body });
    if (answered.delay > 0) await new Promise((resolve) => setTimeout(resolve, answered.delay));
    await deliver(answered, route);
  });
  return { failNext, breakNext, reset };
}

async function deliver({ status, headers, text, fault }: PlainResponse, route: InterceptedRoute): Promise<void> {
  switch (fault) {
    case undefined:
      // Playwright waits for a body, even of a response to HEAD.
      return route.fulfill({ status, headers: { ...headers }, body: route.request().method() === 'HEAD' ? '' : text });
    case 'reset':
      return route.abort('connectionreset');
    case 'truncate':
      // A route cannot send half a response, so the connection breaks before it.
      return route.abort('connectionclosed');
    case 'timeout':
    // Without an answer, the request stays open until the page gives up or closes.
  }
}
