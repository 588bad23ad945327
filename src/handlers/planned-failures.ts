import type { OperationId, ScenarioFailure, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, fail, isObject, requireDetails } from '../contract/index.ts';
import type { Controls, NetworkFault } from './controls.ts';
import { networkFaults } from './controls.ts';
import { requireKnown } from './require-known.ts';

/** What a test planned for one request. */
export interface PlannedFailure {
  readonly scenario?: ScenarioName;
  /** The failure, if the test gave its values. */
  readonly failure?: ScenarioFailure;
  readonly fault?: NetworkFault;
}

/** The failures that a test planned, in the order of the requests that meet them. */
export interface PlannedFailures extends Pick<Controls, 'failNext' | 'breakNext'> {
  /** Returns what is planned for the next request to an operation, and removes it. */
  take(operationId: OperationId): PlannedFailure | undefined;
  clear(): void;
}

/** Returns a plan without failures. */
export function plannedFailures(): PlannedFailures {
  const planned = new Map<OperationId, PlannedFailure[]>();
  const add = (operationId: OperationId, failure: PlannedFailure): void => {
    planned.set(operationId, [...(planned.get(operationId) ?? []), failure]);
  };
  return {
    failNext(operationId, scenario, values) {
      requireKnown('failNext', operationId, contract.operationIds);
      requireKnown(`failNext('${operationId}', …)`, scenario, documentedScenarios(operationId));
      add(operationId, values === undefined ? { scenario } : { failure: failureWith(scenario, values) });
    },
    breakNext(operationId, fault) {
      requireKnown('breakNext', operationId, contract.operationIds);
      requireKnown(`breakNext('${operationId}', …)`, fault, networkFaults);
      add(operationId, { fault });
    },
    take: (operationId) => planned.get(operationId)?.shift(),
    clear: () => planned.clear(),
  };
}

function failureWith(scenario: ScenarioName, values: unknown): ScenarioFailure {
  if (contract.scenarios[scenario].details) requireDetails(isObject(values) && values.details);
  // `failNext` has typed the values; the compiler cannot relate them to a name that is only known at run time.
  return Reflect.apply(fail, undefined, [scenario, values]);
}
