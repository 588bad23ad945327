import type { PlannedCase } from '../../plan/index.ts';
import { NotProvokable } from '../../plan/index.ts';
import { expectedFacts } from '../judge/answer-facts.ts';
import type { Exchange } from '../judge/exchange.ts';
import { inWords, pairOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe } from './probe.ts';

const TIMES = 20;

/** The same request is answered by the same pair twenty times, and as before: one case of each scenario. */
export const steadiness: Probe = {
  level: 'strict',
  basis: 'seed',
  run: async ({ plan, send, isTold }) => {
    const repeated = repeatable(plan.cases);
    if (repeated.length === 0) throw new NotProvokable('nothing that is refused could be provoked');
    const breaches = await Promise.all(
      repeated.map(async (planned) => {
        const { operationId, scenario, variant, request } = planned;
        const exchanges = await Promise.all(Array.from({ length: TIMES }, () => send(request)));
        const answers = new Map(exchanges.map((exchange) => [inWords(exchange), exchange]));
        const [first, second] = answers.values();
        const contract = 'The same request is answered by the same pair.';
        const breach = breachesOf({ operationId, scenario, basis: planned.basis, contract });
        const expected = expectedFacts(planned);
        if (first === undefined) return [];
        if (second !== undefined) {
          return [
            breach(variant, `the same request was ${[...answers.keys()].join(', and then ')}`, second, { expected }),
          ];
        }
        // What was answered rightly before may be answered in another way once it came often: a key is locked, say.
        if (isPlanned(planned, first) || isTold(planned)) return [];
        return [breach(variant, `a request that came often was ${inWords(first)} each time`, first, { expected })];
      }),
    );
    return breaches.flat();
  },
};

function isPlanned({ expected }: PlannedCase, exchange: Exchange): boolean {
  const { status, code } = pairOf(exchange);
  return status === expected.status && code === expected.error?.code;
}

/**
 * The first case of each scenario: most of these aim at no record, which a target may have deleted meanwhile in its own right.
 * What is refused stays refused, so that sending it again changes nothing; what only we refuse, another implementation may do,
 * and then it is done.
 */
function repeatable(cases: readonly PlannedCase[]): readonly PlannedCase[] {
  const failures = cases.filter(
    ({ scenario, basis, expected }) => scenario !== 'success' && basis !== 'ours' && expected.status < 500,
  );
  return [...new Map(failures.toReversed().map((planned) => [planned.scenario, planned])).values()];
}
