import { describe, expect, it } from '@jest/globals';

import type { Finding, VerifyOptions } from '../src/verifier/index.ts';
import { checks } from '../src/judge/index.ts';
import { probeNames } from '../src/verifier/index.ts';
import { harmless, mutants, verifyVariant } from './mutants/index.ts';

const groups = [...Map.groupBy(mutants, ({ group }) => group)];

describe.each(groups)('the group %s', (_group, members) => {
  it.each(members)('a server with $is is caught by $caughtBy', async ({ bending, caughtBy }) => {
    const { summary, findings } = await verifyVariant(
      { bending },
      { senders: ['http'], bail: true, ...only(caughtBy) },
    );
    expect(findings.map(({ check }) => check)).toContain(caughtBy);
    expect(summary.ok).toBe(false);
  });
});

describe('the mutants', () => {
  it('number at least ninety, and the harmless variants at least twenty', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(90);
    expect(harmless.length).toBeGreaterThanOrEqual(20);
  });

  it('have unique names, harmless variants included', () => {
    const names = [...mutants, ...harmless].map(({ is }) => is);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each([...Object.keys(checks), ...strictProbes()])('exercise %s', (finder) => {
    const named = [
      ...mutants.filter(({ caughtBy }) => caughtBy === finder),
      // Violations of rules this project added are notes, never findings.
      ...harmless.filter(({ noted = [] }) => noted.some((each) => each === finder)),
    ];
    const missing = named.length > 0 ? [] : [`Write a mutant for ${finder} in contract-tests/mutants/`];
    expect(missing).toEqual([]);
  });
});

/** Returns the options of the smallest run in which a check or probe can report something. */
function only(finder: Finding['check']): Pick<VerifyOptions, 'level' | 'selection'> {
  if (probeNames.some((probe) => probe === finder)) {
    return { level: 'strict', selection: { only: [finder], skip: [] } };
  }
  const isCheck = Object.hasOwn(checks, finder);
  // Whether there is a response at all is always judged and cannot be selected.
  return { level: 'documented', selection: { only: isCheck ? [finder] : [], skip: [] } };
}

function strictProbes(): readonly string[] {
  return probeNames.filter((probe) => !/^(hostile-|generated$)/.test(probe));
}
