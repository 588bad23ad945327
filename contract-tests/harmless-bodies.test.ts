import { describe, it } from '@jest/globals';

import { probeNames } from '../src/verifier/index.ts';
import type { Bending } from './mutants/bending.ts';
import { describeHarmless, expectPass } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';
import { verifyVariant } from './mutants/index.ts';

const { bodies } = harmlessGroups;

const isProbe = (finder: string): boolean => probeNames.some((name) => name === finder);
const byLevel = Map.groupBy(bodies, ({ noted = [] }) => (noted.some(isProbe) ? 'strict' : 'documented'));

// Bodies are read the same way for every sender, and by the probes the same way as by the checks.
for (const [level, some] of byLevel) describeHarmless(some, ['http'], level);

describe('a server with all these bodies', () => {
  const bending: Bending = (real) => bodies.reduce((bent, each) => each.bending(bent), real);

  it('passes with Dredd', async () => {
    expectPass(await verifyVariant({ bending }, { senders: ['dredd'], level: 'documented' }));
  });

  it('passes every probe', async () => {
    expectPass(await verifyVariant({ bending }, { senders: ['http'] }));
  });
});
