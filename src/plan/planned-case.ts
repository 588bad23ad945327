import type { Basis, Code, OperationKey, ScenarioName, TemplateValues } from '../contract/index.ts';
import type { RecordPurpose } from './fixtures.ts';
import type { Values } from './target.ts';

/** A request as it goes over the wire, below the target's base URL. */
export interface PlannedRequest {
  readonly method: string;
  /** Raw: sent as it is, with whatever escapes it has. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the contract says of the answer. */
export interface Expectation {
  readonly status: number;
  readonly error?: ExpectedError;
  readonly record?: ExpectedRecord;
  readonly page?: ExpectedPage;
  readonly bulk?: ExpectedBulk;
}

export interface ExpectedError {
  readonly code: Code;
  /** The message to the letter; `undefined` where the text is free, or counts the details of the answer. */
  readonly message?: string;
  /** Of a message that is not known to the letter, the values that are; the others only the implementation knows. */
  readonly messageValues?: TemplateValues;
  /** How firmly the message is known; a variant may be firmer than its words. */
  readonly messageBasis: Basis;
  /** The fields that `details` names, no more and no fewer; `undefined` where that is not known. */
  readonly fields?: readonly string[];
}

export interface ExpectedRecord {
  /** The id that was asked for; `undefined` for a new record. */
  readonly id?: string | number;
  readonly values: Values;
}

export interface ExpectedPage {
  readonly page: number;
  readonly size: number;
  /** Whether the page lies past the end. */
  readonly empty: boolean;
}

export interface ExpectedBulk {
  readonly succeeded: number;
  /** The items that must fail, each with its index in the batch. */
  readonly failed: readonly { readonly index: number; readonly code: Code }[];
}

/** What a cell of the matrix stands for: a scenario of an operation, or its success. */
export type CellScenario = ScenarioName | 'success';

/** One way of provoking one cell. */
export interface CaseName {
  readonly operationId: OperationKey;
  readonly scenario: CellScenario;
  readonly variant: string;
  readonly basis: Basis;
}

/** A request that provokes one variant of one cell, and what must answer it. */
export interface PlannedCase extends CaseName {
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** The records of the run that the request works with; none by default. */
  readonly needs?: readonly RecordPurpose[];
}

/** A variant that can not be provoked on this target. */
export interface UnprovokedCase extends CaseName {
  readonly reason: string;
  /** Whether the target file itself says so. */
  readonly declared: boolean;
}

export interface Plan {
  readonly cases: readonly PlannedCase[];
  readonly unprovoked: readonly UnprovokedCase[];
}

/** A variant can not be provoked; the message says what is missing. */
export class NotProvokable extends Error {
  override readonly name = 'NotProvokable';
}
