import type { Target } from '../../src/plan/index.ts';
import type { SentCase } from '../../src/judge/index.ts';

/** A tool that checks live implementations. */
export interface Peer {
  readonly name: string;
  /** Judges only every Nth mutant and harmless variant, because a run takes long; every one by default. */
  readonly every?: number;
  /** Installs what the peer needs, and returns why it cannot run here, or `undefined` if it can. */
  readonly prepare?: () => string | undefined;
  /** Checks a target, and returns the complaints, each with the name of its case. */
  readonly judge: (target: Target) => Promise<readonly string[]>;
}

/** Returns the name of a case, by which the complaints of two runs can be compared. */
export function nameOfCase({ planned }: Pick<SentCase, 'planned'>): string {
  return `${planned.operationId} ${planned.scenario} ${planned.variant}`;
}
