import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { CaseName } from '../../plan/index.ts';
import type { AnswerFacts, BreachFacts } from '../judge/answer-facts.ts';
import { factsOf } from '../judge/answer-facts.ts';
import { nameOf } from '../judge/case-name.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { ProbeBreach } from './probe.ts';

/** Makes breaches of one rule of the contract. */
export function breachesOf(
  rule: Omit<CaseName, 'variant'> & { readonly contract: string },
): (variant: string, message: string, exchange: Exchange, facts?: BreachFacts) => ProbeBreach {
  return (variant, message, exchange, facts = {}) => ({ ...rule, variant, message, exchange, ...facts });
}

/** Makes a breach that a planned case shows, by its name. */
export function breachOfCase(
  planned: CaseName,
  { basis, message, contract: clause, exchange, ...facts }: Omit<ProbeBreach, 'operationId' | 'scenario' | 'variant'>,
): ProbeBreach {
  return { ...nameOf(planned), basis, message, contract: clause, exchange, ...factsOf(facts) };
}

/** The answer that a scenario has, for `expected`. */
export function pairFacts(scenario: ScenarioName): AnswerFacts {
  const { status, code } = contract.scenarios[scenario];
  return { status, code };
}
