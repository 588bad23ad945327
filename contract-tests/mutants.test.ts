import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demoTarget } from '../src/cli/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Report, SenderName } from '../src/verifier/index.ts';
import { senderNames, verify } from '../src/verifier/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { harmless } from './mutants/harmless.ts';
import { mutants } from './mutants/mutants.ts';
import type { Bending } from './mutants/proxy.ts';
import { startProxy } from './mutants/proxy.ts';

let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(() => server.close());

describe('a broken implementation', () => {
  it.each(mutants)('with $is is caught by the check $caughtBy', async ({ bending, caughtBy }) => {
    const { summary, findings } = await verifyBent(bending, ['http']);
    expect(findings.map(({ check }) => check)).toContain(caughtBy);
    expect(summary.ok).toBe(false);
  });
});

describe('an honest implementation', () => {
  it.each(harmless)('with $is passes', async ({ bending }) => {
    const { summary, findings, outcomes } = await verifyBent(bending, senderNames);
    expect(findings).toEqual([]);
    expect(outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(summary.ok).toBe(true);
  });
});

async function verifyBent(bending: Bending, senders: readonly SenderName[]): Promise<Report> {
  const proxy = await startProxy(server.url, bending);
  try {
    return await verify({ target: parseTarget(demoTarget(proxy.url, { faults: true }), {}), senders });
  } finally {
    await proxy.close();
  }
}
