import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { createApp as createExpressApp } from '../examples/express/app.ts';
import { createApp as createFastifyApp } from '../examples/fastify/app.ts';
import { contractMiddleware } from '../src/plugins/index.ts';

/** A running example application. */
export interface RunningExample {
  readonly origin: string;
  readonly close: () => Promise<unknown>;
}

/** How to start each example application, with and without the contract. */
export const startExample: Readonly<Record<'fastify' | 'express', (contract: boolean) => Promise<RunningExample>>> = {
  fastify: async (contract) => {
    const app = createFastifyApp({ contract });
    return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
  },
  express: async (contract) => {
    const middleware = contractMiddleware({ onUnexpected: () => undefined });
    const server = createExpressApp(contract ? middleware : undefined).listen(0, '127.0.0.1');
    if (contract) middleware.guard(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { origin: `http://127.0.0.1:${port}`, close: () => once(server.close(), 'close') };
  },
};
