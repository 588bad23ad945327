import type { OperationId } from '../../../contract/index.ts';
import { contract, isPair } from '../../../contract/index.ts';
import type { Exchange } from '../../../judge/index.ts';
import { isOwnStatus, NO_SERVER_ERROR, serverErrorIn } from '../../../judge/index.ts';
import { inWords, pairOf, statusOf } from '../answer.ts';
import { breachesOf, pairFacts } from '../breach.ts';
import type { ProbeBreach } from '../probe.ts';

/** A race for a unique value. */
export interface Race {
  readonly operationId: OperationId;
  readonly variant: string;
  /** What raced: `50 simultaneous creations with the same unique value`. */
  readonly what: string;
  readonly exchanges: readonly Exchange[];
  /** Sends as many requests at the same time, each with its own value, so that none can lose. */
  readonly withDistinctValues: () => Promise<readonly Exchange[]>;
}

/**
 * Judges the requests that lost a race. Each must get a pair of the table. A server error counts only if the server can handle
 * as many requests at the same time when there is nothing to lose. Any other pair than the conflict is a note.
 */
export async function judgeLosers({
  operationId,
  variant,
  what,
  exchanges,
  withDistinctValues,
}: Race): Promise<readonly ProbeBreach[]> {
  const losers = exchanges.filter((exchange) => !hasWon(exchange) && !hasConflict(exchange));
  const failed = losers.find((exchange) => serverErrorIn(exchange) !== undefined);
  const others = losers.filter((exchange) => serverErrorIn(exchange) === undefined);
  const outside = others.find(isOutsideTable);
  const documented = others.find((exchange) => !isOutsideTable(exchange));
  const expected = pairFacts('uniqueConstraintViolation');
  const report = (exchange: Exchange | undefined, basis: 'seed' | 'ours', rule: string): readonly ProbeBreach[] => {
    if (exchange === undefined) return [];
    const breach = breachesOf({ operationId, scenario: 'uniqueConstraintViolation', basis, contract: rule });
    return [breach(variant, `one of ${what} ${inWords(exchange)}, not ${expected.status}`, exchange, { expected })];
  };
  const isOverload =
    failed !== undefined && (await withDistinctValues()).some((each) => serverErrorIn(each) !== undefined);
  return [
    ...report(failed, isOverload ? 'ours' : 'seed', NO_SERVER_ERROR),
    ...report(outside, 'seed', CLOSED_TABLE),
    ...report(documented, 'ours', CONFLICT),
  ];
}

const CLOSED_TABLE = 'A request that loses a race gets a status and a code from the table of the error documentation.';
const CONFLICT = 'A request that loses a race for a unique value gets the same response as any other duplicate.';

function hasWon(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status >= 200 && status < 300 && serverErrorIn(exchange) === undefined;
}

function hasConflict(exchange: Exchange): boolean {
  const { status, code } = contract.scenarios.uniqueConstraintViolation;
  const pair = pairOf(exchange);
  return pair.status === status && pair.code === code;
}

function isOutsideTable(exchange: Exchange): boolean {
  const { status, code } = pairOf(exchange);
  return status >= 400 && !isOwnStatus(status) && !isPair(status, code);
}
