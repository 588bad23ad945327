import type { Impact } from '../../src/workspace/index.ts';
import type { ErrorContract } from './error-contract.ts';

export type { Impact };

/** From the smallest to the largest. */
export const impacts: readonly Impact[] = ['patch', 'minor', 'major'];

/** A change of the contract and its impact. */
export interface Change {
  /** The name of the rule that found it, or `redocly`. */
  readonly rule: string;
  readonly impact: Impact;
  readonly message: string;
}

/** A change found by a rule. */
export type Rated = Omit<Change, 'rule'>;

/** Finds one kind of change between two versions of the contract. */
export type Rule = (before: ErrorContract, after: ErrorContract) => readonly Rated[];
