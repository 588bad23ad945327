import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';
import express from 'express';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import { contractMiddleware, contractOptions, contractPlugin } from '../index.ts';

/** A running application, and the causes of its unexpected failures. */
export interface Application {
  readonly port: number;
  readonly causes: unknown[];
  readonly close: () => Promise<unknown>;
}

/** What a handler can do in every framework. */
export interface Response {
  readonly setHeader: (name: string, value: string) => void;
}

export const frameworks = ['fastify', 'express'] as const;
export type Framework = (typeof frameworks)[number];

/** Starts a Fastify application with the plugin. */
export async function startFastify(configure: (app: FastifyInstance) => void): Promise<Application> {
  const causes: unknown[] = [];
  const app = fastify({ ...contractOptions, bodyLimit: 100 * 1024 });
  app.register(contractPlugin, { onUnexpected: (error) => causes.push(error) });
  configure(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: portOf(app.server), causes, close: () => app.close() };
}

/** Starts an Express application with the middleware. */
export async function startExpress(configure: (app: Express) => void): Promise<Application> {
  const causes: unknown[] = [];
  const contract = contractMiddleware({ onUnexpected: (error) => causes.push(error) });
  const app = express();
  // In this environment, Express's own last handler prints nothing.
  app.set('env', 'test');
  app.use(contract.first);
  configure(app);
  app.use(...contract.last);
  const server = app.listen(0, '127.0.0.1');
  contract.guard(server);
  await once(server, 'listening');
  return {
    port: portOf(server),
    causes,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** Starts an application with one handler, for every method of `/case`, that reads a JSON body. */
export function startWith(framework: Framework, handle: (response: Response) => unknown): Promise<Application> {
  if (framework === 'fastify')
    return startFastify((app) => {
      app.all('/case', async (_request, reply) =>
        handle({ setHeader: (name, value) => void reply.header(name, value) }),
      );
    });
  return startExpress((app) => {
    app.use(express.json());
    app.all('/case', async (_request, response) => {
      response.json(await handle({ setHeader: (name, value) => void response.set(name, value) }));
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return address.port;
}
