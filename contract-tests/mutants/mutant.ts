import type { Finding } from '../../src/verifier/index.ts';
import type { Bending } from './bending.ts';

/** A broken implementation: one clause of the contract does not hold. */
export interface Mutant {
  /** What it is, as it reads after `a server with`. */
  readonly is: string;
  /** The check or probe that names the fault. */
  readonly caughtBy: Finding['check'];
  readonly bending: Bending;
}
