import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { parseBody } from '../judge/index.ts';
import type { JudgedAnswer } from './judge-answer.ts';
import { judgeAnswer } from './judge-answer.ts';
import { knownBreaches } from './knowledge/known-breaches.ts';
import { knownParts } from './knowledge/known-parts.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { noKnowledge } from './knowledge/knowledge.ts';
import type { Call } from './recognize/find-call.ts';
import { findCall } from './recognize/find-call.ts';
import type { SkipReason } from './recognize/skip-reason.ts';
import { skipReason } from './recognize/skip-reason.ts';
import type { RecordedExchange, RecordedResponse } from './recorded-exchange.ts';

/** How to judge an exchange. */
export interface JudgeOptions {
  /** Everything before `/{orgSlug}`. By default, the first `/api/v1/` of the path ends it, whatever the host is. */
  readonly baseUrl?: string;
  /** What is known about the keys and the workspaces; nothing by default. */
  readonly knowledge?: Knowledge;
}

/** An exchange that was judged, or why it was not. */
export type ExchangeVerdict = { readonly judged: JudgedAnswer; readonly call: Call } | { readonly skipped: SkipReason };

/** Judges a recorded exchange by everything that it shows. */
export function judgeExchange(
  recorded: RecordedExchange,
  { baseUrl, knowledge = noKnowledge }: JudgeOptions = {},
): ExchangeVerdict {
  const { request, response } = recorded;
  const call = findCall(request.method, request.url, baseUrl);
  const skipped = skipReason(recorded, call);
  if (skipped !== undefined || call === undefined) return { skipped: skipped ?? 'notTheApi' };
  const { operation, path, parameters, query } = call;
  const sentBody = request.body === undefined ? undefined : parseBody(request.body);
  const answered = judgeAnswer({
    operation,
    request: {
      method: request.method,
      path,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
    },
    parameters,
    query,
    sentBody,
    known: knownParts(call, sentBody, knowledge),
    response: { ...response, body: response.body ?? '' },
  });
  const sentAt = recorded.startedAt === undefined ? NaN : Date.parse(recorded.startedAt);
  const known = knownBreaches(answered, {
    call,
    request,
    knowledge,
    sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
  });
  return { judged: { ...answered, breaches: [...known, ...answered.breaches] }, call };
}

/** Judges a response to an operation when nothing else is known about the request. */
export function judgeResponse(operationId: OperationId, response: RecordedResponse): JudgedAnswer {
  const { method, path } = contract.operations[operationId];
  return judgeAnswer({
    operation: operationId,
    request: { method, path: `/organization/workspace${path}`, headers: {} },
    parameters: {},
    query: undefined,
    sentBody: undefined,
    response: { ...response, body: response.body ?? '' },
  });
}
