import type { OperationId } from '../../../contract/index.ts';
import { isObject } from '../../../contract/index.ts';
import type { BreachFacts, Exchange } from '../../../judge/index.ts';
import { valueText } from '../../../judge/index.ts';
import { inWords, jsonOf, statusOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach } from '../probe.ts';

const CONTRACT =
  'The items of a batch are independent: those that succeed are stored, those that fail are not, and the counts are right.';

/** Creates a violation of the rule about batches. */
export function batchBreach(
  operationId: OperationId,
  message: string,
  exchange: Exchange,
  facts?: BreachFacts,
): ProbeBreach {
  return breachesOf({ operationId, scenario: 'success', basis: 'api', contract: CONTRACT })(
    'someItems',
    message,
    exchange,
    facts,
  );
}

/** Compares the status and the counts of a batch response with the expected ones. */
export function compareCounts(
  operationId: OperationId,
  exchange: Exchange,
  { succeeded, failed }: { readonly succeeded: number; readonly failed: number },
): readonly ProbeBreach[] {
  const json = jsonOf(exchange);
  if (statusOf(exchange) !== 200 || !isObject(json)) {
    const message = `a batch in which some items fail ${inWords(exchange)}, not 200`;
    return [batchBreach(operationId, message, exchange, { expected: { status: 200 } })];
  }
  if (json.succeeded === succeeded && json.failed === failed) return [];
  const reported = `succeeded is ${valueText(json.succeeded)} and failed is ${valueText(json.failed)}`;
  return [batchBreach(operationId, `${reported}, not ${succeeded} and ${failed}`, exchange)];
}

/**
 * Compares the indexes of the failed items with the expected ones, in any order. Indexes that count from 1 are a note, because only
 * this project says that they count from 0. Any other index names an item that did not fail.
 */
export function compareIndexes(
  operationId: OperationId,
  exchange: Exchange,
  expected: readonly number[],
): readonly ProbeBreach[] {
  const json = jsonOf(exchange);
  if (statusOf(exchange) !== 200 || !isObject(json) || !Array.isArray(json.errors)) return [];
  const indexes = json.errors.map((each: unknown) => (isObject(each) ? each.index : undefined));
  const isAt = (offset: number): boolean => {
    const wanted = expected.map((index) => index + offset);
    return indexes.length === wanted.length && wanted.every((index) => indexes.includes(index));
  };
  if (isAt(0)) return [];
  const message = `the items ${expected.join(' and ')} failed, but the response lists ${indexes.map(String).join(' and ') || 'none'}`;
  const breach = batchBreach(operationId, message, exchange, { field: 'errors' });
  return [isAt(1) ? { ...breach, basis: 'ours' } : breach];
}
