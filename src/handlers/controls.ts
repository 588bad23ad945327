import type { contract, ErrorDetail, OperationId, ScenarioName, ScenarioValues } from '../contract/index.ts';

/** The failures that an operation documents. */
export type FailureOf<Id extends OperationId> = (typeof contract.operations)[Id]['scenarios'][number];

/** The values of a failure. The contract never sends an empty list of details. */
type GivenValues<Name extends ScenarioName> = ScenarioValues[Name] extends { readonly details: unknown }
  ? { readonly details: readonly [ErrorDetail, ...ErrorDetail[]] }
  : ScenarioValues[Name];

/** What a network or a gateway does to a response. */
export type NetworkFault = (typeof networkFaults)[number];

export const networkFaults = ['reset', 'truncate', 'html', 'timeout'] as const;

/** What a test changes while it runs. */
export interface Controls {
  /**
   * Lets the next request to an operation fail, whatever it sends: `failNext('createRecord', 'uniqueConstraintViolation')`. Later requests
   * succeed again. Calls add up: two of them fail the next two requests.
   * @param values the values of the message; by default, those of an example
   * @throws {TypeError} if the operation does not document the failure, or the contract never sends such details
   */
  failNext<Id extends OperationId, Name extends FailureOf<Id>>(
    operationId: Id,
    failure: Name,
    values?: GivenValues<Name>,
  ): void;
  /** Lets the network break the next response of an operation: `breakNext('listRecords', 'reset')`. @throws {TypeError} for other faults */
  breakNext(operationId: OperationId, fault: NetworkFault): void;
  /** Forgets what was kept, and failures that no request met yet. Call it after each test. */
  reset(): void;
}
