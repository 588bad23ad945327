import type { PlannedCase, Target } from '../../plan/index.ts';
import { NotProvokable } from '../../plan/index.ts';
import { expectedFacts } from '../../judge/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { inWords, pairOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe } from './probe.ts';

const TIMES = 20;

/** A request sent twenty times always gets the same pair, and still the expected one: tests one case of each scenario. */
export const steadiness: Probe = {
  level: 'strict',
  basis: 'seed',
  run: async ({ target, plan, send, isReported }) => {
    const repeated = repeatable(plan.cases.filter((planned) => !mayBeTaken(target, planned)));
    if (repeated.length === 0) throw new NotProvokable('no failure could be provoked');
    const breaches = await Promise.all(
      repeated.map(async (planned) => {
        const { operationId, scenario, variant, request } = planned;
        const exchanges = await Promise.all(Array.from({ length: TIMES }, () => send(request)));
        const answers = new Map(exchanges.map((exchange) => [inWords(exchange), exchange]));
        const [first, second] = answers.values();
        const contract = 'The same request always gets the same pair.';
        const breach = breachesOf({ operationId, scenario, basis: planned.basis, contract });
        const expected = expectedFacts(planned);
        const pair = [planned.expected.status, planned.expected.error?.code].join(' ').trim();
        if (first === undefined) return [];
        if (second !== undefined) {
          return [breach(variant, `the same request ${[...answers.keys()].join(', then ')}`, second, { expected })];
        }
        // After many repetitions, a request may get another response than before, for instance because its key was locked.
        if (isPlanned(planned, first) || isReported(planned)) return [];
        return [
          breach(variant, `a request sent ${TIMES} times ${inWords(first)} each time, not ${pair}`, first, {
            expected,
          }),
        ];
      }),
    );
    return breaches.flat();
  },
};

/**
 * Whether the unique value of a refused creation may be taken by now: `no-trace` creates a record with it. Where references are
 * checked after unique values, the request then gets another response.
 */
function mayBeTaken({ entity, reference }: Target, { operationId, scenario }: PlannedCase): boolean {
  return scenario === 'foreignKeyViolation' && operationId === 'createRecord' && entity?.name === reference?.entity;
}

function isPlanned({ expected }: PlannedCase, exchange: Exchange): boolean {
  const { status, code } = pairOf(exchange);
  return status === expected.status && code === expected.error?.code;
}

/**
 * Returns the first case of each scenario. Most of these do not depend on a record, which a target may legitimately have
 * deleted in the meantime. Sending a refused request again changes nothing. Requests refused only by a rule that this project
 * added are left out: another implementation may carry them out.
 */
function repeatable(cases: readonly PlannedCase[]): readonly PlannedCase[] {
  const failures = cases.filter(
    ({ scenario, basis, expected }) => scenario !== 'success' && basis !== 'ours' && expected.status < 500,
  );
  return [...new Map(failures.toReversed().map((planned) => [planned.scenario, planned])).values()];
}
