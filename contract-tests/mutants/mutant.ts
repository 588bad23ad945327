import type { Finding } from '../../src/verifier/index.ts';
import type { Bending } from './bending.ts';

/** A broken implementation that violates one clause of the contract. */
export interface Mutant {
  /** What is wrong with it, worded to follow `a server with`. */
  readonly is: string;
  /** The check or probe that has to report the fault. */
  readonly caughtBy: Finding['check'];
  readonly bending: Bending;
}
