import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { verify } from './verify.ts';
import { startExample } from './start-example.ts';

const ROOT = new URL('../', import.meta.url);

async function verifyExample(
  name: keyof typeof startExample,
  contract: boolean,
  options: Partial<VerifyOptions> = {},
): Promise<Report> {
  const { origin, close } = await startExample[name](contract);
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
