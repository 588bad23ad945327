import type { Basis, OperationKey, ScenarioName } from '../../contract/index.ts';
import type { FailureCoverage } from '../../coverage/index.ts';
import type { AnswerFacts } from '../../judge/index.ts';
import type { RecordedRequest, RecordedResponse } from '../recorded-exchange.ts';
import type { SkipReason } from '../recognize/skip-reason.ts';

/** What is written about an exchange: keys are masked, and bodies may be shortened. */
export interface ShownExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

/** When something was first and last seen, in the format of RFC 3339; `null` if the recording does not say. */
export interface SeenBetween {
  readonly count: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** One kind of response that was seen. */
export interface SeenAnswer extends SeenBetween {
  readonly operation: OperationKey;
  /** `success`, the failure, or `null` if the operation documents no such response. */
  readonly scenario: ScenarioName | 'success' | null;
  /** How many of them violate the contract. */
  readonly wrong: number;
  readonly example: { readonly method: string; readonly path: string; readonly status: number };
}

/** A violation of the contract, however often it was seen. */
export interface TrafficFinding extends SeenBetween {
  readonly check: string;
  readonly operation: OperationKey;
  readonly scenario: ScenarioName | 'success' | null;
  readonly basis: Basis;
  /** About the first exchange that has it. */
  readonly message: string;
  /** Identifies the finding across recordings: `check:operation.scenario.observed`, with `:field` appended if it is about one. */
  readonly fingerprint: string;
  readonly field?: string;
  readonly expected?: AnswerFacts;
  readonly received?: AnswerFacts;
  /** The line of the contract that is violated. */
  readonly contract: string;
  /** The first exchange that has it. */
  readonly example: ShownExchange;
}

/** A recording, and what could not be read of it. */
export interface SourceReport {
  readonly name: string;
  readonly exchanges: number;
  /** The first problems, each in one line that follows the name. */
  readonly problems: readonly string[];
  readonly moreProblems: number;
}

/** What recorded traffic shows about an API, with every key masked. */
export interface TrafficReport {
  readonly sources: readonly SourceReport[];
  readonly summary: {
    /** Whether something was judged, and nothing violates the contract. Notes do not count. */
    readonly ok: boolean;
    readonly exchanges: number;
    readonly judged: number;
    readonly findings: number;
    readonly notes: number;
  };
  /** How many exchanges were not judged, by the reason why, and the first of them. */
  readonly skipped: Readonly<Partial<Record<SkipReason, { readonly count: number; readonly example: string }>>>;
  /** What may be wrong with the recording or with how it is judged, each in one line. */
  readonly hints: readonly string[];
  /** The responses that were seen, in the order of the contract. */
  readonly seen: readonly SeenAnswer[];
  /** Violations of rules of the founding page or the published API. */
  readonly findings: readonly TrafficFinding[];
  /** Violations of rules that this project added. */
  readonly notes: readonly TrafficFinding[];
  readonly coverage: FailureCoverage;
}
