import { describe, expect, it } from '@jest/globals';

import type { Bending } from './mutants/bending.ts';
import { describeHarmlessToProbes, expectPass } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';
import { verifyVariant } from './mutants/index.ts';

const { framing } = harmlessGroups;

describeHarmlessToProbes(framing, ['http']);

// Dredd reads HTTP with its own client. It sends more than a hundred requests, so it meets each framing several times.
describe('a server that frames each response in the next way', () => {
  it.each([0, 5, 10])('passes with Dredd (from %d)', async (start) => {
    expectPass(await verifyVariant({ bending: rotating(start) }, { senders: ['dredd'], level: 'documented' }));
  });

  it('passes every probe', async () => {
    const { findings, probes } = await verifyVariant({ bending: rotating(0) }, { senders: ['http'] });
    expect(findings).toEqual([]);
    expect(probes.filter(({ outcome }) => outcome !== 'passed').map(({ probe }) => probe)).toEqual([]);
  });
});

function rotating(start: number): Bending {
  return (real) => {
    let count = start;
    const bent = framing.map((each) => each.bending(real));
    return async (request) => {
      count += 1;
      return (bent[count % bent.length] ?? real)(request);
    };
  };
}
