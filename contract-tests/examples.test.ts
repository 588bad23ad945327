import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { createApp as createExpressApp } from '../examples/express/app.ts';
import { createApp as createFastifyApp } from '../examples/fastify/app.ts';
import { parseTarget } from '../src/plan/index.ts';
import { contractMiddleware } from '../src/plugins/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { verify } from './verify.ts';

const ROOT = new URL('../', import.meta.url);

interface Running {
  readonly origin: string;
  readonly close: () => Promise<unknown>;
}

/** How to start each example, with and without the contract. */
const starts: Readonly<Record<'fastify' | 'express', (contract: boolean) => Promise<Running>>> = {
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

async function verifyExample(
  name: keyof typeof starts,
  contract: boolean,
  options: Partial<VerifyOptions> = {},
): Promise<Report> {
  const { origin, close } = await starts[name](contract);
  try {
    const file = JSON.parse(readFileSync(new URL(`examples/${name}/target.json`, ROOT), 'utf8'));
    return await verify({ target: parseTarget({ ...file, baseUrl: `${origin}/api/v1` }, {}), ...options });
  } finally {
    await close();
  }
}

describe.each(['fastify', 'express'] as const)('the example for %s', (name) => {
  it('conforms to the contract, with both senders', async () => {
    const { findings, notes, leftovers, senders, summary } = await verifyExample(name, true, { level: 'strict' });
    // Express reads an empty body as an empty record, and Fastify converts values to the type of their column.
    const others = notes.filter(({ check }) => check !== 'wrong-values');
    expect({ findings, notes: others, leftovers }).toEqual({ findings: [], notes: [], leftovers: [] });
    expect(senders).toEqual(senderNames);
    expect(summary).toMatchObject({ ok: true, failed: 0, notProvoked: 0 });
  });

  it('violates it without the plugin', async () => {
    const { summary } = await verifyExample(name, false, { level: 'documented', senders: ['http'] });
    expect(summary.ok).toBe(false);
    expect(summary.findings).toBeGreaterThan(50);
  });
});
