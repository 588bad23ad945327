import type { Basis, OperationKey, ScenarioName } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { Exchange, JudgedBreach, ReceivedResponse } from '../judge/index.ts';
import { clauseOf, CLOSED_TABLE, judge } from '../judge/index.ts';
import type { PlannedCase } from '../plan/index.ts';
import type { AnswerBreach } from './answer-breach.ts';
import type { Answer } from './expect/expect-answer.ts';
import { expectAnswer } from './expect/expect-answer.ts';
import { foreignFailure, ownBreaches } from './own-breaches.ts';

/** A response, what it is, and everything about it that the contract does not allow. */
export interface JudgedAnswer {
  readonly operation: OperationKey;
  /** The documented failure; `success`, or `undefined` for a response that the operation does not document. */
  readonly scenario: ScenarioName | 'success' | undefined;
  readonly planned: PlannedCase;
  readonly exchange: Exchange & { readonly response: ReceivedResponse };
  readonly breaches: readonly AnswerBreach[];
}

/** The variant of every case that was not planned, but observed. */
const OBSERVED = 'observed';

/** Judges one response by everything that it and its request show. */
export function judgeAnswer(answer: Answer & { readonly response: ReceivedResponse }): JudgedAnswer {
  const { operation, request, response } = answer;
  const expectation = expectAnswer(answer);
  const { cell, expected, scenario, alike } = expectation;
  const basis: Basis = cell === 'success' ? 'api' : contract.scenarios[cell].basis;
  const planned: PlannedCase = { operationId: operation, scenario: cell, variant: OBSERVED, basis, request, expected };
  const exchange = { request, response };
  const foreign = alike.length === 0 ? undefined : foreignFailure(response);
  const own = ownBreaches(answer, expectation, foreign);
  const replaced = new Set(own.flatMap(({ replaces }) => replaces));
  const found = judge({ planned, exchange })
    .filter(({ check }) => !replaced.has(check))
    .map((breach) => ({
      ...softened(breach, answer),
      contract: breach.rule ?? (cell !== 'success' && scenario === undefined ? CLOSED_TABLE : clauseOf(planned)),
    }));
  // A message that is that of none of several failures does not show which one it is.
  const seen = cell === 'success' ? 'success' : alike.length > 1 || foreign !== undefined ? undefined : scenario;
  return {
    operation,
    scenario: response.status === expected.status ? seen : undefined,
    planned,
    exchange,
    breaches: [...own.map(({ replaces: _replaces, ...breach }) => breach), ...found],
  };
}

/** Other clients may create and delete records between a count and the list that it counts. */
function softened(breach: JudgedBreach, { response }: Answer): JudgedBreach {
  if (breach.check !== 'page' || breach.field !== 'data' || response.status >= 400) return breach;
  const { value } = breach.received ?? {};
  const { value: most } = breach.expected ?? {};
  return typeof value === 'number' && typeof most === 'number' && value <= most ? { ...breach, basis: 'ours' } : breach;
}
