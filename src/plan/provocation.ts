import type { Basis, Contract, OperationId, ScenarioName, ScenarioValues } from '../contract/index.ts';
import type { RecordPurpose } from './fixtures.ts';
import type { Change } from './locations.ts';
import type { PlanContext } from './plan-context.ts';
import type { ExpectedDetail } from './planned-case.ts';
import type { RequestDraft } from './request-draft.ts';

/** The ways to provoke a scenario: its variants by name. */
export type Provocation<Name extends ScenarioName> = Readonly<Record<string, Variant & KnownAnswer<Name>>>;

/** One way of provoking a scenario: the change to a valid request, what it needs, and what is known about the response. */
export interface Variant {
  /** The basis of the rule that this change provokes the scenario. */
  readonly basis: Basis;
  /** Whether the variant applies to an operation that documents the scenario. Defaults to all of them. */
  readonly appliesTo?: (operationId: OperationId) => boolean;
  /** The records of the run that it uses; none by default. The valid request has its own record in addition. */
  readonly needs?: Needs;
  /** The maximum number of unique values it uses; four by default. */
  readonly newValues?: number;
  /**
   * The change to a valid request.
   * @throws {NotProvokable} when the target or the fixtures lack something it needs
   */
  readonly change: Change | ((context: PlanContext, operationId: OperationId) => Change);
  /**
   * The values of the message that neither the request nor the response contains. `undefined` for a value that the target file
   * does not contain either.
   */
  readonly values?: (context: PlanContext) => GivenValues;
  /** The fields that `details` must name. `undefined` if they are not known. */
  readonly fields?: (context: PlanContext) => readonly string[] | undefined;
  /** The basis of the message, if it differs from the scenario's. */
  readonly messageBasis?: (context: PlanContext) => Basis;
}

/** Records of the run, possibly depending on the operation. */
export type Needs = readonly RecordPurpose[] | ((operationId: OperationId) => readonly RecordPurpose[]);

/** Values for the placeholders of a message. Unknown ones are `undefined`. */
export type GivenValues = Readonly<Record<string, string | number | undefined>>;

/** A request that must fail with a scenario, and what is known about the response. */
export interface ProvokedRequest {
  readonly request: RequestDraft;
  /** The basis of the message, if it differs from the scenario's. */
  readonly messageBasis?: Basis;
  /** The values of the template that the request itself does not contain. */
  readonly values?: GivenValues;
  /** The fields that `details` must name. `undefined` if they are not known. */
  readonly fields?: readonly string[] | undefined;
  /** What `details` must say about the only invalid field. `undefined` if it is not known. */
  readonly detail?: ExpectedDetail;
}

/**
 * What a variant of a scenario must declare about the response: the values that only the implementation knows, and the fields
 * of its details.
 */
type KnownAnswer<Name extends ScenarioName> = ([Hidden<Name>] extends [never]
  ? object
  : { readonly values: (context: PlanContext) => { readonly [Value in Hidden<Name>]: string | number | undefined } }) &
  (ScenarioValues[Name] extends { details: unknown } ? Required<Pick<Variant, 'fields'>> : object);

type Sources<Name extends ScenarioName> = Contract['scenarios'][Name]['values'];

/** The values of a scenario's message that neither the request nor the response contains. */
type Hidden<Name extends ScenarioName> = {
  [Value in keyof Sources<Name>]: Sources<Name>[Value] extends {
    readonly source: `$${'constraint' | 'workspace'}.${string}`;
  }
    ? Value
    : never;
}[keyof Sources<Name>];
