import type { CaseName, PlannedRequest, TestedRule } from '../../plan/index.ts';
import type { FailureCoverage } from '../../coverage/index.ts';
import type { BreachFacts, CheckName, ReceivedResponse, KnownFinding } from '../../judge/index.ts';
import type { ProbeName } from '../probes/index.ts';
import { isProbeName } from '../probes/index.ts';
import type { Level } from '../probes/probe.ts';
import type { Stop } from '../run/stop.ts';
import type { Selection } from '../run/selection.ts';
import type { SenderName } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';

/** The outcome of one variant of one cell for one sender. */
export interface CaseOutcome extends CaseName {
  readonly sender: SenderName;
  readonly outcome: 'passed' | 'failed' | 'not-provoked';
  readonly reason?: string;
  /** Whether the target file, or the caller, declares why it was not provoked. */
  readonly declared?: boolean;
  /** Whether it failed only because of known findings. */
  readonly known?: boolean;
  /** Why it does not prove that the target obeys the rule that it tests, although it passed. */
  readonly unproven?: string;
}

/** What a run showed about one rule of the definition. */
export interface RuleOutcome extends TestedRule {
  /** `proven` if every request that breaks the rule got the right response. */
  readonly outcome: 'proven' | 'failed' | 'not-proven';
  readonly reason?: string;
}

/** What a run showed about the rules of a definition. */
export interface Constraints {
  readonly declared: number;
  readonly proven: number;
  readonly rules: readonly RuleOutcome[];
}

/** The outcome of one probe. */
export interface ProbeOutcome {
  readonly probe: ProbeName;
  readonly outcome: 'passed' | 'failed' | 'not-provoked';
  readonly reason?: string;
  /** Whether the run may pass although the probe did not run. */
  readonly declared?: boolean;
  /** Whether it failed only because of known findings. */
  readonly known?: boolean;
}

/** What found a finding: a check, a probe, `answer` if there was no response, or `dredd` if only Dredd rejects the response. */
type Finder = CheckName | ProbeName | 'answer' | 'dredd';

/** Whether a probe found it, rather than a check of a planned case. */
export function isFoundByProbe({ check }: Pick<Finding, 'check'>): boolean {
  return isProbeName(check);
}

/** A violation of the contract by the target. */
export interface Finding extends CaseName, BreachFacts {
  readonly check: Finder;
  readonly senders: readonly SenderName[];
  readonly message: string;
  /** Identifies the finding across runs: `check:operation.scenario.variant`, with `:field` appended if it is about one. */
  readonly fingerprint: string;
  /** The line of the contract that is violated. */
  readonly contract: string;
  readonly request: PlannedRequest;
  readonly response?: ReceivedResponse;
  /** Lines of a shell that repeat the request: they create the records it needs, send it with curl, and delete the records. */
  readonly curl: string;
}

export interface Summary {
  /** Whether the run passed. */
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly notProvoked: number;
  readonly findings: number;
  readonly notes: number;
  /** Known findings, which do not fail the run. */
  readonly known: number;
  readonly durationMs: number;
}

/** The results of a run, with every key masked. */
export interface Report {
  readonly target: {
    readonly baseUrl: string;
    readonly organization: string | null;
    readonly workspace: string | null;
  };
  /** How the target departs from the contract as its file declares, each in one line. They are not reported as findings. */
  readonly deviations: readonly string[];
  /** What looks like a mistake in the target file, each in one line. It may also be a breach by the target. */
  readonly hints: readonly string[];
  /** Everything that the target file lacks, each in one line: the member and what it is for. */
  readonly missing: readonly string[];
  readonly level: Level;
  /** The parts of the run that the caller selected or skipped. */
  readonly selection: Selection;
  /** The seed for generated requests: the same seed generates the same requests. `null` below the level `hostile`. */
  readonly seed: number | null;
  readonly senders: readonly SenderName[];
  readonly summary: Summary;
  /** Why the run was stopped before it was complete; `null` if it is complete. */
  readonly stopped: Stop | null;
  readonly outcomes: readonly CaseOutcome[];
  readonly probes: readonly ProbeOutcome[];
  /** The rules of the definition; `null` if the run tested none. */
  readonly constraints: Constraints | null;
  /** Which documented failures the responses to the plan were. */
  readonly coverage: FailureCoverage;
  /** Violations of rules of the founding page or the published API. */
  readonly findings: readonly Finding[];
  /** Violations of rules this project added. */
  readonly notes: readonly Finding[];
  /** Findings that the caller accepts, each with the reason why. */
  readonly known: readonly (Finding & { readonly reason: string })[];
  /** Known findings that no longer occur. They fail the run, so that the list stays current. */
  readonly stale: readonly KnownFinding[];
  /** Records that the run created, or may have created, and that may still exist. */
  readonly leftovers: readonly Leftover[];
}
