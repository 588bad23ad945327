import type { CaseName, PlannedRequest } from '../plan/index.ts';
import type { CheckName } from './checks/index.ts';
import type { Leftover } from './leftover.ts';
import type { ReceivedResponse } from './exchange.ts';
import type { SenderName } from './senders/sender.ts';

/** What became of one variant of one cell with one sender. */
export interface CaseOutcome extends CaseName {
  readonly sender: SenderName;
  readonly outcome: 'passed' | 'failed' | 'not-provoked';
  readonly reason?: string;
  /** Whether the target file itself says why it was not provoked. */
  readonly declared?: boolean;
}

/** Something that the target did and the contract does not allow. */
export interface Finding extends CaseName {
  /** The check that found it; `answer` where none came, `dredd` where Dredd alone complains. */
  readonly check: CheckName | 'answer' | 'dredd';
  readonly senders: readonly SenderName[];
  readonly message: string;
  /** The line of the contract that is broken. */
  readonly contract: string;
  readonly request: PlannedRequest;
  readonly response?: ReceivedResponse;
  /** The command that repeats the request. */
  readonly curl: string;
}

export interface Summary {
  /** Whether the run as a whole passed. */
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly notProvoked: number;
  readonly findings: number;
  readonly notes: number;
  readonly durationMs: number;
}

/** Everything that a run found out, with every key masked. */
export interface Report {
  readonly target: {
    readonly baseUrl: string;
    readonly organization: string | null;
    readonly workspace: string | null;
  };
  readonly senders: readonly SenderName[];
  readonly summary: Summary;
  readonly outcomes: readonly CaseOutcome[];
  /** Breaches of what is known from the seed or the API. */
  readonly findings: readonly Finding[];
  /** Deviations from what is only our decision. */
  readonly notes: readonly Finding[];
  /** Records of the run that could not be deleted again. */
  readonly leftovers: readonly Leftover[];
}
