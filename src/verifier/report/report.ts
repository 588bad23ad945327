import type { CaseName, PlannedRequest } from '../../plan/index.ts';
import type { BreachFacts } from '../judge/answer-facts.ts';
import type { CheckName } from '../judge/checks/index.ts';
import type { ReceivedResponse } from '../judge/exchange.ts';
import type { KnownFinding } from '../judge/known-findings.ts';
import type { ProbeName } from '../probes/index.ts';
import { isProbeName } from '../probes/index.ts';
import type { Level } from '../probes/probe.ts';
import type { Selection } from '../run/selection.ts';
import type { SenderName } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';

/** What became of one variant of one cell with one sender. */
export interface CaseOutcome extends CaseName {
  readonly sender: SenderName;
  readonly outcome: 'passed' | 'failed' | 'not-provoked';
  readonly reason?: string;
  /** Whether the target file, or the caller, says why it was not provoked. */
  readonly declared?: boolean;
  /** Whether it failed by nothing but what is known already. */
  readonly known?: boolean;
}

/** What became of one probe. */
export interface ProbeOutcome {
  readonly probe: ProbeName;
  readonly outcome: 'passed' | 'failed' | 'not-provoked';
  readonly reason?: string;
  /** Whether the run may pass although it was not provoked. */
  readonly declared?: boolean;
  /** Whether it failed by nothing but what is known already. */
  readonly known?: boolean;
}

/** Who found a finding: a check, a probe, `answer` where none came, `dredd` where Dredd alone complains. */
type Finder = CheckName | ProbeName | 'answer' | 'dredd';

/** Whether a probe found it, and no check of a planned case. */
export function isFoundByProbe({ check }: Pick<Finding, 'check'>): boolean {
  return isProbeName(check);
}

/** Something that the target did and the contract does not allow. */
export interface Finding extends CaseName, BreachFacts {
  readonly check: Finder;
  readonly senders: readonly SenderName[];
  readonly message: string;
  /** Names the finding in the same way in every run: `check:operation.scenario.variant`, and `:field` where it is about one. */
  readonly fingerprint: string;
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
  /** Findings that are known already, and do not fail the run. */
  readonly known: number;
  readonly durationMs: number;
}

/** Everything that a run found out, with every key masked. */
export interface Report {
  readonly target: {
    readonly baseUrl: string;
    readonly organization: string | null;
    readonly workspace: string | null;
  };
  readonly level: Level;
  /** What the caller left out of the run. */
  readonly selection: Selection;
  /** What generated requests grow from; the same seed sends the same ones. `null` below the level `hostile`. */
  readonly seed: number | null;
  readonly senders: readonly SenderName[];
  readonly summary: Summary;
  readonly outcomes: readonly CaseOutcome[];
  readonly probes: readonly ProbeOutcome[];
  /** Breaches of what is known from the seed or the API. */
  readonly findings: readonly Finding[];
  /** Deviations from what is only our decision. */
  readonly notes: readonly Finding[];
  /** Findings that the caller knows of, each with the reason for leaving it. */
  readonly known: readonly (Finding & { readonly reason: string })[];
  /** What the caller knows of and no longer occurs: it fails the run, so that the list does not rot. */
  readonly stale: readonly KnownFinding[];
  /** Records of the run that could not be deleted again. */
  readonly leftovers: readonly Leftover[];
}
