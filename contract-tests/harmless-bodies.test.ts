import { describe, it } from '@jest/globals';

import type { Bending } from './mutants/bending.ts';
import { describeHarmlessToProbes, expectPass } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';
import { verifyVariant } from './mutants/index.ts';

const { bodies } = harmlessGroups;

// Bodies are read the same way for every sender, and by the probes the same way as by the checks.
describeHarmlessToProbes(bodies, ['http']);

describe('a server with all these bodies', () => {
  const bending: Bending = (real) => bodies.reduce((bent, each) => each.bending(bent), real);

  it('passes with Dredd', async () => {
    expectPass(await verifyVariant({ bending }, { senders: ['dredd'], level: 'documented' }));
  });

  it('passes every probe', async () => {
    expectPass(await verifyVariant({ bending }, { senders: ['http'] }));
  });
});
