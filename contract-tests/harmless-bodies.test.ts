import { it } from '@jest/globals';

import type { Bending } from './mutants/bending.ts';
import { describeHarmless, expectPass } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';
import { verifyVariant } from './mutants/index.ts';

const { bodies } = harmlessGroups;

// Bodies are read the same way for every sender.
describeHarmless(bodies, ['http']);

it('a server with all these bodies passes with Dredd', async () => {
  const bending: Bending = (real) => bodies.reduce((bent, each) => each.bending(bent), real);
  expectPass(await verifyVariant({ bending }, { senders: ['dredd'], level: 'documented' }));
});
