import type { Basis, Code, ErrorDetail, OperationKey, ScenarioName, TemplateValues } from '../contract/index.ts';
import type { DeclaredDeviation } from './deviations.ts';
import type { RecordPurpose } from './fixtures.ts';
import type { RecordId } from './record-id.ts';
import type { Values } from './target.ts';

/** A request as it is sent, relative to the target's base URL. */
export interface PlannedRequest {
  readonly method: string;
  /** Sent exactly as written: escapes are neither added nor changed. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the contract requires of the response. */
export interface Expectation {
  readonly status: number;
  readonly error?: ExpectedError;
  readonly record?: ExpectedRecord;
  readonly page?: ExpectedPage;
  readonly bulk?: ExpectedBulk;
  /** How the response departs from the contract, as the target file declares; not at all by default. */
  readonly declared?: DeclaredDeviation;
}

export interface ExpectedError {
  readonly code: Code;
  /** The exact message. `undefined` if the text is free, or contains the number of details in the response. */
  readonly message?: string;
  /** The known values of a message that is not known exactly. Only the implementation knows the others. */
  readonly messageValues?: TemplateValues;
  /** The basis of the message, which may be weaker than that of the variant. */
  readonly messageBasis: Basis;
  /** The fields that `details` must name, and no others. `undefined` if they are not known. */
  readonly fields?: readonly string[];
  /** What `details` must say about the only invalid field. `undefined` if it is not known. */
  readonly detail?: ExpectedDetail;
}

/** The entry of `details` for a value that breaks one rule of its column. */
export interface ExpectedDetail extends ErrorDetail {
  /** The basis of the message. */
  readonly basis: Basis;
  /** The messages for other rules that the value breaks, too. A server may list only one of them all. */
  readonly others: readonly string[];
}

export interface ExpectedRecord {
  /** The requested id. `undefined` for a new record. */
  readonly id?: RecordId;
  readonly values: Values;
}

export interface ExpectedPage {
  readonly page: number;
  readonly size: number;
  /** Whether the page is past the end. */
  readonly empty: boolean;
}

export interface ExpectedBulk {
  readonly succeeded: number;
  /** The items that must fail, each by its index in the batch. */
  readonly failed: readonly { readonly index: number; readonly code: Code }[];
  /** Whether the server may choose which of the items fail, because they conflict with each other; `false` by default. */
  readonly interchangeable?: boolean;
}

/** The row of a cell in the matrix: a scenario, or success. */
export type CellScenario = ScenarioName | 'success';

/** One way of provoking one cell. */
export interface CaseName {
  readonly operationId: OperationKey;
  readonly scenario: CellScenario;
  readonly variant: string;
  readonly basis: Basis;
  /** The rule of the definition that it tests. `undefined` if it tests none. */
  readonly tests?: TestedRule;
}

/** A rule of a definition for the values of one column. */
export interface TestedRule {
  readonly entity: string;
  readonly column: string;
  /** Its name: `MAX_LENGTH`, with a number if the column has several of its kind. */
  readonly constraint: string;
  /** The rule with its value: `MAX_LENGTH 20`. */
  readonly rule: string;
}

/** A request that provokes one variant of one cell, and the expected response. */
export interface PlannedCase extends CaseName {
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** The records of the run that the request uses; none by default. */
  readonly needs?: readonly RecordPurpose[];
  /**
   * Whether a server error says nothing against the target, because the request asks for a fault, is not valid HTTP, or exceeds
   * the limits of common servers; `false` by default.
   */
  readonly allowsServerError?: boolean;
}

/** A variant that cannot be provoked on this target. */
export interface UnprovokedCase extends CaseName {
  readonly reason: string;
  /** Whether the target file declares this. */
  readonly declared: boolean;
}

export interface Plan {
  readonly cases: readonly PlannedCase[];
  readonly unprovoked: readonly UnprovokedCase[];
}
