import type { Finding } from '../../../src/verifier/index.ts';
import type { Values } from '../../../src/plan/index.ts';
import type { Bending } from '../bending.ts';

/** An implementation that differs from ours and keeps the contract all the same. */
export interface HarmlessVariant {
  /** What it is, as it reads after `a server with`. */
  readonly is: string;
  readonly bending: Bending;
  /** Which checks and probes note that it is not as we decided; none by default. A note fails nothing. */
  readonly noted?: readonly Finding['check'][];
  /** The valid values of a record in its target file, where the demo's would not show what it does. */
  readonly valid?: Values;
}
