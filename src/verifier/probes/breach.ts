import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { CaseName } from '../../plan/index.ts';
import type { AnswerFacts, BreachFacts, Exchange } from '../../judge/index.ts';
import { factsOf, nameOf } from '../../judge/index.ts';
import type { ProbeBreach } from './probe.ts';

/** Returns a function that creates violations of one rule of the contract. */
export function breachesOf(
  rule: Omit<CaseName, 'variant'> & { readonly contract: string },
): (variant: string, message: string, exchange: Exchange, facts?: BreachFacts) => ProbeBreach {
  return (variant, message, exchange, facts = {}) => ({ ...rule, variant, message, exchange, ...facts });
}

/** Creates a violation that a planned case found, under the name of that case. */
export function breachOfCase(
  planned: CaseName,
  { basis, message, contract: clause, exchange, ...facts }: Omit<ProbeBreach, 'operationId' | 'scenario' | 'variant'>,
): ProbeBreach {
  return { ...nameOf(planned), basis, message, contract: clause, exchange, ...factsOf(facts) };
}

/** Returns the status and code of a scenario, for `expected`. */
export function pairFacts(scenario: ScenarioName): AnswerFacts {
  const { status, code } = contract.scenarios[scenario];
  return { status, code };
}
