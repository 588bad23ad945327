import type { CaseName } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { ProbeBreach } from './probe.ts';

/** Makes breaches of one rule of the contract. */
export function breachesOf(
  rule: Omit<CaseName, 'variant'> & { readonly contract: string },
): (variant: string, message: string, exchange: Exchange) => ProbeBreach {
  return (variant, message, exchange) => ({ ...rule, variant, message, exchange });
}
