import { readEnvelope, recognizeFailure } from '../../contract/index.ts';
import type { FailureCoverage } from '../../coverage/index.ts';
import { CoverageCounter } from '../../coverage/index.ts';
import { isNormative, parseBody } from '../../judge/index.ts';
import type { JudgedCase } from '../run/judge-run.ts';

/** Counts which documented failures the responses to the plan were, and which of these responses are right. */
export function coverageOf(judged: readonly JudgedCase[]): FailureCoverage {
  const counter = new CoverageCounter();
  for (const { planned, exchange, breaches } of judged) {
    if (!('response' in exchange) || exchange.response.status < 400) continue;
    const { operationId } = planned;
    const error = readEnvelope(parseBody(exchange.response.body));
    if (error === undefined) continue;
    const { scenario, alike } = recognizeFailure(operationId, exchange.response.status, error);
    const isRight = breaches.every(({ basis }) => !isNormative(basis));
    // A message may be right although it is only that of the failure that was planned: the target file declares it.
    const seen = isRight && planned.scenario !== 'success' ? planned.scenario : scenario;
    if (seen !== undefined && (isRight || alike.length === 0)) counter.count(operationId, seen, isRight);
  }
  return counter.coverage();
}
