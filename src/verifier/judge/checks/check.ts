import type { Basis } from '../../../contract/index.ts';
import type { PlannedCase } from '../../../plan/index.ts';
import type { BreachFacts } from '../answer-facts.ts';
import type { ReceivedResponse } from '../exchange.ts';

/** What a check judges: a case, the answer, and the answer's body as JSON (`undefined` where it is none). */
export interface Judged {
  readonly planned: PlannedCase;
  readonly response: ReceivedResponse;
  readonly json: unknown;
}

/** One way in which an answer breaks the contract: how firmly the contract says so, the words, and the same as data. */
export interface Breach extends BreachFacts {
  readonly basis: Basis;
  readonly message: string;
}

/** Judges one side of an answer. Pure: the same answer always gets the same breaches, none where all is well. */
export type Check = (judged: Judged) => readonly Breach[];

/** Whether the answer is the failure that was provoked, as far as its status tells. */
export function isPlannedFailure({ planned, response }: Judged): boolean {
  return planned.expected.error !== undefined && response.status === planned.expected.status;
}
