import type { Basis, OperationId } from '../../contract/index.ts';
import type {
  CaseName,
  OwnRecord,
  Plan,
  PlanContext,
  PlannedCase,
  PlannedRequest,
  RecordId,
  Target,
} from '../../plan/index.ts';
import type { BreachFacts, Exchange, SentCase, JudgedBreach } from '../../judge/index.ts';
import type { RawRequest } from '../senders/raw-socket.ts';

/**
 * The levels of a run: `documented` sends the cells of the matrix, `strict` adds probes, and `hostile` adds bad input, both
 * listed and generated.
 */
export const levels = ['documented', 'strict', 'hostile'] as const;

export type Level = (typeof levels)[number];

/** What a probe works with. Every record that a probe creates is tracked, and deleted after all probes have run. */
export interface ProbeContext {
  readonly target: Target;
  /** Valid requests to start from, and values that no other request uses. */
  readonly drafts: PlanContext;
  /** The cases of the matrix, planned with records that were created for the probes. Probes may send them again. */
  readonly plan: Plan;
  /** The seed of generated requests. */
  readonly seed: number;
  /** Sends one request. Only a few run at the same time; others wait. */
  readonly send: (request: PlannedRequest) => Promise<Exchange>;
  /** Sends one request verbatim, over a separate connection. */
  readonly sendRaw: (request: RawRequest) => Promise<Exchange>;
  /** Sends one request on a fresh connection. */
  readonly sendAlone: (request: PlannedRequest) => Promise<Exchange>;
  /** Sends all requests at the same time. */
  readonly burst: (requests: readonly PlannedRequest[]) => Promise<readonly Exchange[]>;
  /**
   * Creates a record of the target's entity.
   * @throws {NotProvokable} if the target does not allow it
   */
  readonly create: () => Promise<OwnRecord>;
  /**
   * Creates a record that references another.
   * @throws {NotProvokable} if the target does not allow it
   */
  readonly createReference: (parentId: RecordId) => Promise<OwnRecord>;
  /**
   * Repeats a request that got no response, with `again`. If there is still none, marks this as confirmed if the target responds
   * to a control request.
   */
  readonly confirm: (exchange: Exchange, again: () => Promise<Exchange>) => Promise<Exchange>;
  /** Sends a planned case and runs every selected check. The violations are reported as findings of the probe. */
  readonly expect: (planned: PlannedCase) => Promise<readonly ProbeBreach[]>;
  /** Whether the matrix already reports a violation for a case, so that a probe need not report it again. */
  readonly isReported: (name: CaseName) => boolean;
  /** Runs every selected check on an exchange. */
  readonly judge: (sent: SentCase) => readonly JudgedBreach[];
}

/** A violation that a probe found, and the exchange that shows it best. */
export interface ProbeBreach extends CaseName, BreachFacts {
  readonly message: string;
  /** The rule of the contract that is violated, as a sentence. */
  readonly contract: string;
  readonly exchange: Exchange;
}

/** Tests what no single exchange shows. A probe finds nothing in an implementation that conforms to the contract. */
export interface Probe {
  /** The lowest level at which it runs. */
  readonly level: Level;
  /** The strongest basis of its possible findings. If it is `ours`, a target on which the probe cannot run still passes. */
  readonly basis: Basis;
  /** Whether it reads back what was stored, and so cannot run on a target that stores nothing; `false` by default. */
  readonly readsBack?: boolean;
  /** The operations that it needs to see what was stored, and without which it does not run; none by default. */
  readonly reads?: readonly OperationId[];
  /**
   * Runs the probe.
   * @throws {NotProvokable} if the target or the target file lacks something that it needs
   */
  readonly run: (context: ProbeContext) => Promise<readonly ProbeBreach[]>;
}
