import { afterAll, beforeAll } from '@jest/globals';

import type { Mock } from './start-mock.ts';
import { startMock } from './start-mock.ts';

/** What the tests send to a mock; a body that is no text is sent as JSON. */
export interface SentRequest {
  readonly method?: string;
  /** Below `/api/v1`, raw. */
  readonly path: string;
  /** The key of the Authorization header; `sk_test_read_write` by default, none where it is null. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What came back. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` where there was none. */
  readonly body: unknown;
}

/** Runs a mock for the tests of a file, on a port of its own. */
export function runMock() {
  let mock: Mock | undefined;
  const running = (): Mock => {
    if (mock === undefined) throw new Error('The mock does not run yet');
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
