import { afterAll, beforeAll } from '@jest/globals';

import type { Mock } from './start-mock.ts';
import { startMock } from './start-mock.ts';

/** A request that a test sends to a mock. A body that is not a string is sent as JSON. */
export interface SentRequest {
  readonly method?: string;
  /** Relative to `/api/v1`, not encoded any further. */
  readonly path: string;
  /** The API key; `sk_test_read_write` by default. Null sends no Authorization header. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The response that a test received. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` if the response has no body. */
  readonly body: unknown;
}

/** Runs a mock for the tests of a file, on a free port. */
export function runMock() {
  let mock: Mock | undefined;
  const running = (): Mock => {
    if (mock === undefined) throw new Error('The mock is not running yet');
    return mock;
  };
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => running().close());
  return {
    url: () => running().url,
    async send({
      method = 'GET',
      path,
      key = 'sk_test_read_write',
      headers,
      body,
    }: SentRequest): Promise<ReceivedAnswer> {
      const response = await fetch(`${running().url}${path}`, {
        method,
        headers: {
          ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}
