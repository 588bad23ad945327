import { contract } from '../../../contract/index.ts';
import type { PlannedCase, PlannedRequest } from '../../../plan/index.ts';
import { NotProvokable, planFailure } from '../../../plan/index.ts';
import type { BreachFacts, Exchange } from '../../../judge/index.ts';
import { factsOf, countingServerError, isOwnStatus, NO_SERVER_ERROR } from '../../../judge/index.ts';
import { inWords, statusOf } from '../answer.ts';
import { breachOfCase, pairFacts } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import type { GeneratedRequest } from './generated-request.ts';
import { isChanged, NO_TRACE, snapshot } from '../hostile/own-records.ts';
import type { SentHostile } from '../hostile/stray-records.ts';
import { WHATEVER_ARRIVES, wholeAnswerBreaches } from '../hostile/whole-answer.ts';
import { writeGenerated } from './write-generated.ts';

/** The result of a generated request. */
export interface TriedRequest {
  readonly breaches: readonly ProbeBreach[];
  /** One entry for each record that the request would create. */
  readonly creations: readonly SentHostile[];
}

/** Returns a function that sends one generated request at a time. All updates use the same record, which is read after each. */
export async function generatedTrial(
  context: ProbeContext,
): Promise<(generated: GeneratedRequest) => Promise<TriedRequest>> {
  const own = await context.create();
  let known = await snapshot(context, own);
  return async (generated) => {
    const { draft, request, markers } = writeGenerated(context, own, generated);
    const { operationId } = generated;
    const name = { operationId, scenario: 'badRequest', variant: 'generated', basis: 'seed' } as const;
    const planned: PlannedCase = { ...planFailure(name, { request: draft }), request };
    const answer = await sendUnlessDangerous(context, request);
    if (answer === undefined) return { breaches: [], creations: [] };
    const exchange = await context.confirm(answer, () => context.sendAlone(request));
    const creations = markers.map((marker) => ({ hostile: { answers: [planned] as const, marker }, exchange }));
    const breaches = judgeWhole(context, planned, exchange, generated);
    if (!contract.operations[operationId].write || !contract.operations[operationId].takesBody)
      return { breaches, creations };
    const before = known;
    const after = await snapshot(context, own);
    const isRefused = statusOf(exchange) >= 400;
    known = isRefused ? (after ?? before) : after;
    if (!isRefused || !isChanged(before, after)) return { breaches, creations };
    const message = `${inWords(exchange)}, but a record changed from ${before} to ${after}`;
    const trace = breachOfCase(planned, { basis: 'api', message, contract: NO_TRACE, exchange });
    return { breaches: [trace, ...breaches], creations };
  };
}

/** Sends a request, unless a generated id in it could be that of somebody else's record. */
async function sendUnlessDangerous({ send }: ProbeContext, request: PlannedRequest): Promise<Exchange | undefined> {
  try {
    return await send(request);
  } catch (error) {
    if (error instanceof NotProvokable) return undefined;
    throw error;
  }
}

function judgeWhole(
  { judge }: ProbeContext,
  planned: PlannedCase,
  exchange: Exchange,
  { key }: GeneratedRequest,
): readonly ProbeBreach[] {
  const breach = (
    basis: 'seed' | 'ours',
    message: string,
    { contract: clause = WHATEVER_ARRIVES, ...facts }: BreachFacts & { readonly contract?: string } = {},
  ): ProbeBreach => breachOfCase(planned, { basis, message, contract: clause, exchange, ...facts });
  if ('failure' in exchange) return [breach(exchange.confirmed === true ? 'seed' : 'ours', inWords(exchange))];
  const { status } = exchange.response;
  const violations = wholeAnswerBreaches(judge, planned, exchange);
  if (violations.length > 0) return violations.map((found) => breach('seed', found.message, factsOf(found)));
  if (key !== undefined && status < 400) {
    return [
      breach('seed', `an unauthenticated request ${inWords(exchange)}`, {
        contract: 'An unauthenticated caller always gets 401.',
        expected: pairFacts('invalidApiKey'),
      }),
    ];
  }
  const isNoted = isOwnStatus(status) || status >= 500;
  return isNoted
    ? [
        breach(countingServerError(planned, exchange) === undefined ? 'ours' : 'seed', `a generated request ${inWords(exchange)}`, {
          contract: NO_SERVER_ERROR,
        }),
      ]
    : [];
}
