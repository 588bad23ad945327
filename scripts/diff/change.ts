import type { ErrorContract } from './error-contract.ts';

/** How far a change reaches, in the terms of semantic versioning: who handles errors has to change for a major one. */
export type Impact = 'major' | 'minor' | 'patch';

/** From the least to the greatest. */
export const impacts: readonly Impact[] = ['patch', 'minor', 'major'];

/** One change of the contract, rated. */
export interface Change {
  /** What rated it: the name of one of our rules, or `redocly`. */
  readonly rule: string;
  readonly impact: Impact;
  readonly message: string;
}

/** A change as a rule finds it. */
export type Rated = Omit<Change, 'rule'>;

/** Finds one kind of change between what was promised and what is. */
export type Rule = (before: ErrorContract, after: ErrorContract) => readonly Rated[];
