import { once } from 'node:events';
import { createServer } from 'node:http';

import { describe, expect, it } from '@jest/globals';

import type { Prism } from '../prism/prism.ts';
import { demoWorkspaces } from '../../mock-core/index.ts';
import { requestListener } from './request-listener.ts';

const broken: Prism = {
  examples: () => new Map(),
  defaults: () => ({}),
  violations: () => Promise.resolve([]),
  preload: () => Promise.resolve(),
  answer: () => {
    throw new Error('an internal secret');
  },
};

describe('a bug in the mock', () => {
  it('returns the documented internal error, and logs the error with the request id', async () => {
    const logged: unknown[] = [];
    const server = createServer(
      requestListener(
        broken,
        () => demoWorkspaces,
        (entry) => logged.push(entry),
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/acme-corp/sales/Customer`, {
      headers: { 'X-Request-Id': 'the-id', Authorization: 'Bearer sk_test_read_write' },
    });
    expect(response.status).toBe(500);
    expect(response.headers.get('x-request-id')).toBe('the-id');
    expect(await response.json()).toEqual({
      error: { code: 'INTERNAL_ERROR', message: 'An unexpected error occurred' },
    });
    expect(logged).toEqual([{ requestId: 'the-id', error: new Error('an internal secret') }]);
    server.close();
    server.closeAllConnections();
  });
});
