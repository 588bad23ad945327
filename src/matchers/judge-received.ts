import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { isNormative } from '../judge/index.ts';
import type { AnswerBreach, JudgedAnswer } from '../traffic/index.ts';
import { judgeExchange, judgeResponse } from '../traffic/index.ts';
import { countFailure } from './count-failure.ts';
import type { Received } from './received/received.ts';
import { NotAResponse } from './received/received.ts';

/** A response with its findings. */
export interface Verdict {
  readonly judged: JudgedAnswer;
  readonly findings: readonly AnswerBreach[];
  /** Whether the operation is known. Otherwise the response was judged as one of any operation. */
  readonly isKnown: boolean;
}

const OF_HEADERS: readonly string[] = ['content-type', 'challenge', 'request-id'];

/**
 * Judges a response by everything that is known about the request, and counts it for failure coverage.
 * @param operation what the test says; `candidates` are used if neither the test nor the response says it
 * @throws {NotAResponse} when the operation is not known, or not the one that the test says
 */
export function judgeReceived(
  received: Received,
  operation: OperationId | undefined,
  candidates: readonly OperationId[] = [],
): Verdict {
  const said = operation ?? received.operation;
  const verdict = judgeOf(received, said) ?? firstOf(received, candidates);
  if (verdict === undefined)
    throw new NotAResponse(
      "which operation responded is not known; name it, for example toKeepContract('createRecord')",
    );
  const { judged } = verdict;
  if (said !== undefined && judged.operation !== said)
    throw new NotAResponse(`the request was to ${judged.operation}, not to ${said}; name the operation that it calls`);
  const findings = judged.breaches.filter(
    ({ basis, check, unless }) =>
      isNormative(basis) && unless !== 'keysNotRecorded' && !(received.lacksHeaders && OF_HEADERS.includes(check)),
  );
  if (verdict.isKnown) countFailure(judged, findings.length === 0);
  return { judged, findings, isKnown: verdict.isKnown };
}

interface Judgement {
  readonly judged: JudgedAnswer;
  /** Whether the operation is known. */
  readonly isKnown: boolean;
}

function judgeOf({ request, url, response }: Received, operation: OperationId | undefined): Judgement | undefined {
  const method = operation === undefined ? undefined : contract.operations[operation].method;
  const asked = request ?? (url === undefined || method === undefined ? undefined : { method, url, headers: {} });
  const verdict = asked === undefined ? undefined : judgeExchange({ request: asked, response });
  if (verdict !== undefined && 'judged' in verdict && verdict.judged.operation !== 'outsideOperations')
    return { judged: verdict.judged, isKnown: true };
  return operation === undefined ? undefined : { judged: judgeResponse(operation, response), isKnown: true };
}

/** Judges a response as one of any of the operations: the first one of which it is a failure without a finding. */
function firstOf({ response }: Received, candidates: readonly OperationId[]): Judgement | undefined {
  const all = candidates.map((each) => judgeResponse(each, response));
  const judged = all.find(({ breaches }) => breaches.every(({ basis }) => !isNormative(basis))) ?? all[0];
  return judged === undefined ? undefined : { judged, isKnown: false };
}
