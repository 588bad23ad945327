import { describe, expect, it } from '@jest/globals';

import { startServer } from '../../src/server/index.ts';
import type { Finding } from '../../src/verifier/index.ts';
import { checks } from '../../src/judge/index.ts';
import { probeNames } from '../../src/verifier/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import type { Mutant } from '../mutants/index.ts';
import { mutants, startMutant } from '../mutants/index.ts';
import { shapes, verifyShape } from './shapes.ts';

const SHAPE = 'string ids, keys in X-Api-Key, and 400 for a malformed id';

/** The checks and probes of which no mutant shows behind this shape. */
const HIDDEN: readonly Finding['check'][] = [
  // The proxy that gives the server its shape reads HTTP itself.
  'answer',
  'no-content',
  // Only the scheme Bearer has the challenges that these mutants break.
  'challenge',
  // The shape itself refuses malformed ids.
  'similar-ids',
  // The mutants are about the name `Customer`, and the main entity is `Order`.
  'entity-case',
];

// Many mutants bend a column of customers, which orders do not have. Each finder has some that do not.
const finders = Object.entries(Object.groupBy(mutants, ({ caughtBy }) => caughtBy)).filter(
  ([finder]) => !HIDDEN.some((hidden) => hidden === finder),
);

describe('behind another shape, a fault', () => {
  it.each(finders)('is found by %s', async (_finder, members = []) => {
    const seen: boolean[] = [];
    for (const mutant of members) {
      seen.push(await isCaught(mutant));
      if (seen.at(-1) === true) break;
    }
    expect(seen).toContain(true);
  });

  it('has many finders', () => {
    expect(finders.length).toBeGreaterThan(20);
  });
});

async function isCaught({ bending, caughtBy }: Mutant): Promise<boolean> {
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const mutant = await startMutant(server.url, { bending });
  const level = probeNames.some((probe) => probe === caughtBy) ? 'strict' : 'documented';
  const isSelectable = level === 'strict' || Object.hasOwn(checks, caughtBy);
  try {
    const { findings } = await verifyShape(mutant.url, SHAPE, shapes[SHAPE].file, {
      senders: ['http'],
      bail: true,
      level,
      selection: { only: isSelectable ? [caughtBy] : [], skip: [] },
    });
    return findings.some(({ check }) => check === caughtBy);
  } finally {
    await mutant.close();
    await server.close();
  }
}
