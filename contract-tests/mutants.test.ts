import { describe, expect, it } from '@jest/globals';

import type { Finding, VerifyOptions } from '../src/verifier/index.ts';
import { checks, probeNames } from '../src/verifier/index.ts';
import { harmless, mutants, verifyVariant } from './mutants/index.ts';

const groups = [...Map.groupBy(mutants, ({ group }) => group)];

describe.each(groups)('of the group %s', (_group, members) => {
  it.each(members)('a server with $is is caught by $caughtBy', async ({ bending, caughtBy }) => {
    const { summary, findings } = await verifyVariant({ bending }, { senders: ['http'], ...nothingBut(caughtBy) });
    expect(findings.map(({ check }) => check)).toContain(caughtBy);
    expect(summary.ok).toBe(false);
  });
});

describe('the mutants', () => {
  it('are at least ninety, and the harmless variants at least twenty', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(90);
    expect(harmless.length).toBeGreaterThanOrEqual(20);
  });

  it('have names of their own, harmless or not', () => {
    const names = [...mutants, ...harmless].map(({ is }) => is);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each([...Object.keys(checks), ...strictProbes()])('put %s to the test', (finder) => {
    const named = [
      ...mutants.filter(({ caughtBy }) => caughtBy === finder),
      // What only holds of our own server is never found, only noted.
      ...harmless.filter(({ noted = [] }) => noted.some((each) => each === finder)),
    ];
    const missing = named.length > 0 ? [] : [`write a mutant for ${finder} in contract-tests/mutants/`];
    expect(missing).toEqual([]);
  });
});

/** The smallest run in which a check or a probe may find something. */
function nothingBut(finder: Finding['check']): Pick<VerifyOptions, 'level' | 'selection'> {
  if (probeNames.some((probe) => probe === finder)) {
    return { level: 'strict', selection: { only: [finder], skip: [] } };
  }
  const isCheck = Object.hasOwn(checks, finder);
  // That an answer came at all is judged always, and can not be selected.
  return { level: 'documented', selection: { only: isCheck ? [finder] : [], skip: [] } };
}

function strictProbes(): readonly string[] {
  return probeNames.filter((probe) => !/^(hostile-|generated$)/.test(probe));
}
