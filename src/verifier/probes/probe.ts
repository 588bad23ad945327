import type { Basis } from '../../contract/index.ts';
import type { CaseName, OwnRecord, Plan, PlanContext, PlannedCase, PlannedRequest, Target } from '../../plan/index.ts';
import type { BreachFacts } from '../judge/answer-facts.ts';
import type { Exchange, SentCase } from '../judge/exchange.ts';
import type { JudgedBreach } from '../judge/judge.ts';
import type { RawRequest } from '../senders/raw-socket.ts';

/**
 * How far a run goes: `documented` sends the cells of the matrix, `strict` adds the probes, `hostile` adds bad input, listed and
 * generated.
 */
export const levels = ['documented', 'strict', 'hostile'] as const;

export type Level = (typeof levels)[number];

/** What a probe works with. Whatever it creates is remembered, and deleted when all probes are done. */
export interface ProbeContext {
  readonly target: Target;
  /** Requests to start from, and values that nobody else sends. */
  readonly drafts: PlanContext;
  /** The plan over records of the probes' own; its cases may be sent again. */
  readonly plan: Plan;
  /** What generated requests grow from. */
  readonly seed: number;
  /** Sends one request, a few at a time. */
  readonly send: (request: PlannedRequest) => Promise<Exchange>;
  /** Sends one request as it stands, over a connection of its own. */
  readonly sendRaw: (request: RawRequest) => Promise<Exchange>;
  /** Sends all requests at the same moment. */
  readonly burst: (requests: readonly PlannedRequest[]) => Promise<readonly Exchange[]>;
  /**
   * Creates a record of the target's entity.
   * @throws {NotProvokable} when the target does not let it
   */
  readonly create: () => Promise<OwnRecord>;
  /**
   * Creates a record that references another.
   * @throws {NotProvokable} when the target does not let it
   */
  readonly createReference: (parentId: string | number) => Promise<OwnRecord>;
  /** Sends a planned case and holds the answer against every check; the breaches are told as the probe's own. */
  readonly expect: (planned: PlannedCase) => Promise<readonly ProbeBreach[]>;
  /** Whether the matrix holds something against a case already, so that a probe need not tell it again. */
  readonly isTold: (name: CaseName) => boolean;
  /** Holds an exchange against every check that is wanted. */
  readonly judge: (sent: SentCase) => readonly JudgedBreach[];
}

/** Something that a probe found, and the exchange that shows it best. */
export interface ProbeBreach extends CaseName, BreachFacts {
  readonly message: string;
  /** What the contract says of it, in a sentence. */
  readonly contract: string;
  readonly exchange: Exchange;
}

/** What no single exchange shows. A probe finds nothing on an implementation that keeps the contract. */
export interface Probe {
  /** The lowest level at which it runs. */
  readonly level: Level;
  /** The firmest basis of what it can find: where that is only ours, a target on which it can not run is not failed for it. */
  readonly basis: Basis;
  /** Whether it reads back what was stored, so that it can not run where nothing is; false by default. */
  readonly readsBack?: boolean;
  /**
   * Runs the probe.
   * @throws {NotProvokable} when the target or its file lacks what it takes
   */
  readonly run: (context: ProbeContext) => Promise<readonly ProbeBreach[]>;
}
