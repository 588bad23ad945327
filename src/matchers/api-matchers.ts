import type { OperationId, ScenarioName, ScenarioValues } from '../contract/index.ts';

/** The values of a failure that a test expects: any of those in its message, and any of its `details`. */
export type ExpectedValues<Name extends ScenarioName> = Readonly<Partial<ScenarioValues[Name]>>;

/** The body of a `Response` is read asynchronously, so its assertions must be awaited. */
type Outcome<Value, Otherwise> = Value extends { text: () => Promise<string> } ? Promise<void> : Otherwise;

/**
 * The matchers, for a `Response` of fetch, a result of the client, and a response of axios or supertest.
 * @typeParam Value what is passed to `expect`
 * @typeParam Otherwise what other matchers return
 */
export interface ApiMatchers<Value = unknown, Otherwise = void> {
  /**
   * Passes if the response is one that the contract allows. Await it for a `Response`.
   * @param operation which operation responded; needed if neither the request nor an error of the client shows it
   */
  toKeepContract(operation?: OperationId): Outcome<Value, Otherwise>;
  /**
   * Passes if the response is this documented failure, with these values, and keeps the contract. Await it for a `Response`.
   * @param operation which operation responded; without it, any operation that documents the failure
   */
  toFailWith<Name extends ScenarioName>(
    scenario: Name,
    values?: ExpectedValues<Name>,
    operation?: OperationId,
  ): Outcome<Value, Otherwise>;
}
