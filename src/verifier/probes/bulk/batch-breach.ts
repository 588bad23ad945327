import type { OperationId } from '../../../contract/index.ts';
import { isObject } from '../../../contract/index.ts';
import type { BreachFacts } from '../../judge/answer-facts.ts';
import type { Exchange } from '../../judge/exchange.ts';
import { inWords, jsonOf, statusOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach } from '../probe.ts';

const CONTRACT =
  'Each item of a batch stands alone: what succeeded is stored, what failed is not, and the counts say so.';

/** Makes a breach of what holds of batches. */
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

/** Whether a batch was answered with the counts that it had to be answered with. */
export function compareCounts(
  operationId: OperationId,
  exchange: Exchange,
  { succeeded, failed }: { readonly succeeded: number; readonly failed: number },
): readonly ProbeBreach[] {
  const json = jsonOf(exchange);
  if (statusOf(exchange) !== 200 || !isObject(json)) {
    const message = `a batch in which some items fail was ${inWords(exchange)}, not 200`;
    return [batchBreach(operationId, message, exchange, { expected: { status: 200 } })];
  }
  if (json.succeeded === succeeded && json.failed === failed) return [];
  const said = `${json.succeeded} succeeded and ${json.failed} failed`;
  return [batchBreach(operationId, `the answer says that ${said}, where ${succeeded} and ${failed} had to`, exchange)];
}
