import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';

import type { ServerOptions } from '../../src/server/index.ts';
import { serverLog, startServer } from '../../src/server/index.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { demoDefinition } from '../../src/workspace/index.ts';

/** What must never be logged: keys, headers, and values from the tests' bodies and queries. */
const SECRET = /sk_|bearer|authorization|@example\.com/i;

/** The options of a server with short timeouts. */
export const HASTY = { timeouts: { headers: 500, request: 1000 } };

/** A server shared by the tests of a file or of a `describe`. */
export interface UntouchedServer {
  readonly url: string;
}

/**
 * Starts the reference server, with full logging, for the tests around this call. After each test, asserts that the
 * server still responds, that its records are unchanged, and that it logged no unexpected error and no secret.
 */
export function untouchedServer(options: Partial<ServerOptions> = {}): UntouchedServer {
  let server: Awaited<ReturnType<typeof startServer>>;
  let before: unknown;
  const lines: string[] = [];
  const log = serverLog('info', { write: (line) => lines.push(line) });
  beforeAll(async () => {
    server = await startServer({ definition: demoDefinition, port: 0, ...log, ...options });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    before = await allRecords(server);
  });
  afterEach(async () => {
    expect(await allRecords(server)).toEqual(before);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => SECRET.test(line) || line.includes('"level":"error"'))).toEqual([]);
    lines.length = 0;
  });
  return {
    get url() {
      return server.url;
    },
  };
}

async function allRecords(server: UntouchedServer): Promise<readonly unknown[]> {
  const answers = await Promise.all(
    ['Customer', 'Product', 'Order', 'LineItem'].map((name) => ask(server, { path: `/${name}?size=100` })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  return answers.map(({ body }) => body);
}
