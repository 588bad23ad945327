import { it } from '@jest/globals';

import type { Bending } from './mutants/bending.ts';
import { describeHarmless, expectPass } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';
import { verifyVariant } from './mutants/index.ts';

const { framing } = harmlessGroups;

describeHarmless(framing, ['http']);

// Dredd reads HTTP with its own client. It sends more than a hundred requests, so it meets each framing several times.
it.each([0, 5, 10])('a server that frames each response in the next way passes with Dredd (from %d)', async (start) => {
  let count = start;
  const bending: Bending = (real) => {
    const bent = framing.map((each) => each.bending(real));
    return async (request) => {
      count += 1;
      return (bent[count % bent.length] ?? real)(request);
    };
  };
  expectPass(await verifyVariant({ bending }, { senders: ['dredd'], level: 'documented' }));
});
