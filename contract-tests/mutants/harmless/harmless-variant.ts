import type { Finding } from '../../../src/verifier/index.ts';
import type { Values } from '../../../src/plan/index.ts';
import type { Bending } from '../bending.ts';

/** An implementation that differs from the reference server but conforms to the contract. */
export interface HarmlessVariant {
  /** How it differs, worded to follow `a server with`. */
  readonly is: string;
  readonly bending: Bending;
  /**
   * The checks and probes that report a note, because the variant breaks a rule this project added. None by default.
   * Notes do not fail the run.
   */
  readonly noted?: readonly Finding['check'][];
  /** The valid record values in its target file, where the demo's values would not exercise the difference. */
  readonly valid?: Values;
}
