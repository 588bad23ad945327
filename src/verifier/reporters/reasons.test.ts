import { describe, expect, it } from '@jest/globals';

import { reasonsOf } from './reasons.ts';
import { findingWith, outcomeWith, reportWith } from './testing/report.ts';

describe('reasonsOf', () => {
  it('separates what fails the run from what is allowed', () => {
    const report = reportWith({
      outcomes: [
        outcomeWith({ outcome: 'not-provoked', reason: 'no key' }),
        outcomeWith({ outcome: 'not-provoked', reason: 'no key', operationId: 'deleteRecord' }),
        outcomeWith({ outcome: 'not-provoked', reason: 'no faults', declared: true }),
      ],
      probes: [
        { probe: 'no-trace', outcome: 'not-provoked', reason: 'no key', declared: false },
        { probe: 'head', outcome: 'not-provoked', reason: 'the target stores nothing', declared: true },
        { probe: 'steadiness', outcome: 'passed' },
      ],
    });
    expect(reasonsOf(report)).toEqual({
      unsent: [],
      missing: [{ reason: 'no key', cases: 'recordNotFound (unknownId) on 2 operations, probe no-trace' }],
      allowed: [
        { reason: 'no faults', cases: 'recordNotFound (unknownId) on getRecord' },
        { reason: 'the target stores nothing', cases: 'probe head' },
      ],
    });
  });

  it('lists what failed without a finding, a known finding or a note that explains it', () => {
    const failed = (variant: string) => outcomeWith({ variant, outcome: 'failed', reason: 'dredd did not send it' });
    const report = reportWith({
      outcomes: ['found', 'known', 'noted', 'unsent'].map(failed),
      findings: [findingWith({ variant: 'found' }), findingWith({ variant: 'unsent', check: 'no-trace' })],
      known: [{ ...findingWith({ variant: 'known' }), reason: 'a ticket' }],
      notes: [findingWith({ variant: 'noted' })],
    });
    expect(reasonsOf(report).unsent).toEqual([
      { reason: 'dredd did not send it', cases: 'recordNotFound (unsent) on getRecord' },
    ]);
  });
});
