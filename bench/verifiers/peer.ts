import type { Target } from '../../src/plan/index.ts';
import type { SentCase } from '../../src/verifier/index.ts';

/** A judge of live implementations. */
export interface Peer {
  readonly name: string;
  /** Judges a target, and tells what it complains of, each complaint by the case that it belongs to. */
  readonly judge: (target: Target) => Promise<readonly string[]>;
}

/** The name of a case, so that the same complaint of two runs can be known again. */
export function nameOfCase({ planned }: SentCase): string {
  return `${planned.operationId} ${planned.scenario} ${planned.variant}`;
}
