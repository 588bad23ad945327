import type { Basis } from '../../contract/index.ts';
import type { PlannedCase } from '../../plan/index.ts';
import type { BreachFacts } from '../answer-facts.ts';
import type { ReceivedResponse } from '../exchange.ts';

/** The input of a check: a case, the response, and its body as JSON (`undefined` if it is not JSON). */
export interface Judged {
  readonly planned: PlannedCase;
  readonly response: ReceivedResponse;
  readonly json: unknown;
}

/** A violation of the contract: the basis of the rule, a message, and the facts as data. */
export interface Breach extends BreachFacts {
  readonly basis: Basis;
  readonly message: string;
  /** The rule that is violated, if it is not the one that the case tests. */
  readonly rule?: string;
}

/** Checks one aspect of a response and returns its violations. Pure: the same response always gives the same result. */
export type Check = (judged: Judged) => readonly Breach[];

/** Whether the response has the status of the failure that was provoked. */
export function isPlannedFailure({ planned, response }: Judged): boolean {
  return planned.expected.error !== undefined && response.status === planned.expected.status;
}
