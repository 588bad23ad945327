import type { Basis, OperationId, ScenarioName, ScenarioValues } from '../contract/index.ts';
import type { PlanContext } from './plan-context.ts';
import type { RequestDraft } from './request-draft.ts';

/** How a scenario is provoked: its variants by name. */
export type Provocation<Name extends ScenarioName> = Readonly<Record<string, Variant<Provoked<Name>>>>;

/** One way of provoking a scenario. */
export interface Variant<Outcome extends ProvokedRequest = ProvokedRequest> {
  /** How firmly it is known that this provokes it. */
  readonly basis: Basis;
  /** The operations, among those that document the scenario, on which it can be tried; all without it. */
  readonly appliesTo?: (operationId: OperationId) => boolean;
  /**
   * Makes the request.
   * @throws {NotProvokable} when the target or the fixtures lack what it takes
   */
  readonly provoke: (context: PlanContext, operationId: OperationId) => Outcome;
}

/** A request that must be answered by a scenario, and what is known of that answer. */
export interface ProvokedRequest {
  readonly request: RequestDraft;
  /** How firmly the words are known, where that differs from the scenario's basis. */
  readonly messageBasis?: Basis;
  /** What fills the template, as far as the request itself does not say it; a value that the target file lacks is `undefined`. */
  readonly values?: Readonly<Record<string, string | number | undefined>>;
  /** The fields that `details` must name; `undefined` where that is not known. */
  readonly fields?: readonly string[] | undefined;
}

/** The same for one scenario: it must say what its template or its details need. */
export type Provoked<Name extends ScenarioName> = ProvokedRequest & KnownAnswer<Name>;

type KnownAnswer<Name extends ScenarioName> = ScenarioValues[Name] extends { details: unknown }
  ? { readonly fields: readonly string[] | undefined }
  : ScenarioValues[Name] extends Record<string, never> | { message: string }
    ? object
    : { readonly values: { readonly [Value in keyof ScenarioValues[Name]]: string | number | undefined } };
