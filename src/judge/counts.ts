import type { Basis } from '../contract/index.ts';
import type { FailOn } from './basis.ts';
import { isNormative } from './basis.ts';
import type { Exchange } from './exchange.ts';
import { serverErrorIn } from './server-error.ts';

/** A violation, and what decides whether it is about a server error. */
interface Counted {
  readonly basis: Basis;
  readonly exchange: Exchange;
  /** The status that the case expects, if it is known. */
  readonly expected?: number | undefined;
}

/** Whether a violation fails the case, or the probe. */
export function counts({ basis, exchange, expected }: Counted, failOn: FailOn): boolean {
  if (failOn === 'note') return true;
  if (failOn === 'finding' || !isNormative(basis)) return isNormative(basis);
  const error = serverErrorIn(exchange);
  return (
    error !== undefined && (error !== 'status' || !('response' in exchange) || exchange.response.status !== expected)
  );
}
