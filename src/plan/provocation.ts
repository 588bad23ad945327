import type { Basis, Contract, OperationId, ScenarioName, ScenarioValues } from '../contract/index.ts';
import type { RecordPurpose } from './fixtures.ts';
import type { Change } from './locations.ts';
import type { PlanContext } from './plan-context.ts';
import type { RequestDraft } from './request-draft.ts';

/** How a scenario is provoked: its variants by name. */
export type Provocation<Name extends ScenarioName> = Readonly<Record<string, Variant & KnownAnswer<Name>>>;

/** One way of provoking a scenario: what changes in a valid request, what that needs, and what of the answer is known by it. */
export interface Variant {
  /** How firmly it is known that this provokes it. */
  readonly basis: Basis;
  /** The operations, among those that document the scenario, on which it can be tried; all without it. */
  readonly appliesTo?: (operationId: OperationId) => boolean;
  /** The records of the run that it works with; none by default. A valid request aims at one of its own besides. */
  readonly needs?: Needs;
  /** How many values it takes at most that no other case has; four by default. */
  readonly newValues?: number;
  /**
   * What it changes in a valid request.
   * @throws {NotProvokable} when the target or the fixtures lack what it takes
   */
  readonly change: Change | ((context: PlanContext, operationId: OperationId) => Change);
  /** What of the message neither the request nor the answer says. What the target file does not say either is `undefined`. */
  readonly values?: (context: PlanContext) => GivenValues;
  /** The fields that `details` must name; `undefined` where that is not known. */
  readonly fields?: (context: PlanContext) => readonly string[] | undefined;
  /** How firmly the words are known, where that differs from the scenario's basis. */
  readonly messageBasis?: (context: PlanContext) => Basis;
}

/** Records of the run, where they differ by the operation. */
export type Needs = readonly RecordPurpose[] | ((operationId: OperationId) => readonly RecordPurpose[]);

/** Values for the placeholders of a message, as far as they are known. */
export type GivenValues = Readonly<Record<string, string | number | undefined>>;

/** A request that must be answered by a scenario, and what is known of that answer. */
export interface ProvokedRequest {
  readonly request: RequestDraft;
  /** How firmly the words are known, where that differs from the scenario's basis. */
  readonly messageBasis?: Basis;
  /** What fills the template, as far as the request itself does not say it. */
  readonly values?: GivenValues;
  /** The fields that `details` must name; `undefined` where that is not known. */
  readonly fields?: readonly string[] | undefined;
}

/** What a variant must say of the answer, by its scenario: what only the implementation knows, and the fields of its details. */
type KnownAnswer<Name extends ScenarioName> = ([Hidden<Name>] extends [never]
  ? object
  : { readonly values: (context: PlanContext) => { readonly [Value in Hidden<Name>]: string | number | undefined } }) &
  (ScenarioValues[Name] extends { details: unknown } ? Required<Pick<Variant, 'fields'>> : object);

type Sources<Name extends ScenarioName> = Contract['scenarios'][Name]['values'];

/** The values of a scenario's message that no request and no answer says. */
type Hidden<Name extends ScenarioName> = {
  [Value in keyof Sources<Name>]: Sources<Name>[Value] extends {
    readonly source: `$${'constraint' | 'workspace'}.${string}`;
  }
    ? Value
    : never;
}[keyof Sources<Name>];
