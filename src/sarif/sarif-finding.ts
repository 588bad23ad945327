import type { OperationKey, ScenarioName } from '../contract/index.ts';

/** A violation of the contract as SARIF describes it. Keys are masked already. */
export interface SarifFinding {
  readonly check: string;
  readonly operation: OperationKey;
  /** `null` for a response that the operation does not document. */
  readonly scenario: ScenarioName | 'success' | null;
  /** Whether it is only a note: a violation of a rule that this project added. */
  readonly isNote: boolean;
  /** Why it is accepted, if it is a known finding. */
  readonly accepted?: string;
  readonly message: string;
  /** The line of the contract that is violated. */
  readonly contract: string;
  /** The same in every run. */
  readonly fingerprint: string;
  readonly request: {
    readonly method: string;
    /** Relative to the base URL, so that it does not depend on the port. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** `undefined` if there was none. */
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** Anything else that is known about it. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Something that SARIF says about the run, not about the target: that it was stopped, or what it could not provoke. */
export interface SarifNotice {
  readonly level: 'error' | 'warning';
  readonly text: string;
}
