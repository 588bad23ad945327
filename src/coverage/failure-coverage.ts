import type { OperationKey, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios } from '../contract/index.ts';
import schema from './failure-coverage.schema.json' with { type: 'json' };

/** What was seen of one documented failure. */
export interface FailureCount {
  readonly operation: OperationKey;
  readonly scenario: ScenarioName;
  /** How many responses had this failure. */
  readonly provoked: number;
  /** How many of them were judged, and found right. */
  readonly judged: number;
}

/** Which of the documented failures were provoked and judged: the content of a file `failure-coverage.json`. */
export interface FailureCoverage {
  /** The address of the JSON Schema of this format. */
  readonly $schema: string;
  /** The contract that documents the failures. */
  readonly contract: { readonly title: string; readonly version: string };
  /** How many failures the contract documents, over all operations. */
  readonly described: number;
  /** How many of them were provoked at least once. */
  readonly provoked: number;
  /** How many of them were judged at least once, and found right. */
  readonly judged: number;
  /** Every documented failure, in the order of the contract. */
  readonly failures: readonly FailureCount[];
}

/** A failure by its name: `createRecord.badRequest`. */
export type FailureName = `${OperationKey}.${ScenarioName}`;

/** Names a failure of an operation. */
export function failureName(operation: OperationKey, scenario: ScenarioName): FailureName {
  return `${operation}.${scenario}`;
}

/** The counts of failures, by their names. A failure without an entry was not seen. */
export type Counts = ReadonlyMap<FailureName, Pick<FailureCount, 'provoked' | 'judged'>>;

const NONE = { provoked: 0, judged: 0 };

/** Returns the coverage for some counts. */
export function coverageFrom(counts: Counts): FailureCoverage {
  const failures = contract.operationKeys.flatMap((operation) =>
    documentedScenarios(operation).map((scenario) => {
      const { provoked, judged } = counts.get(failureName(operation, scenario)) ?? NONE;
      return { operation, scenario, provoked, judged };
    }),
  );
  const { title, version } = contract.info;
  return {
    $schema: schema.$id,
    contract: { title, version },
    described: failures.length,
    provoked: failures.filter(({ provoked }) => provoked > 0).length,
    judged: failures.filter(({ judged }) => judged > 0).length,
    failures,
  };
}

/** Adds up the coverage of several runs. */
export function mergeCoverage(all: readonly FailureCoverage[]): FailureCoverage {
  const counter = new CoverageCounter();
  for (const { failures } of all) for (const each of failures) counter.add(each);
  return counter.coverage();
}

/** The names of the failures that are judged. */
export function judgedNames({ failures }: FailureCoverage): ReadonlySet<string> {
  const judged = failures.filter((each) => each.judged > 0);
  return new Set<string>(judged.map(({ operation, scenario }) => failureName(operation, scenario)));
}

/** Counts failures while they are seen. */
export class CoverageCounter {
  readonly #counts = new Map<FailureName, { readonly provoked: number; readonly judged: number }>();

  /** Adds some responses with a failure. */
  add({ operation, scenario, provoked, judged }: FailureCount): void {
    const name = failureName(operation, scenario);
    const before = this.#counts.get(name) ?? NONE;
    this.#counts.set(name, { provoked: before.provoked + provoked, judged: before.judged + judged });
  }

  /** Adds one response with a failure, and whether it is right. */
  count(operation: OperationKey, scenario: ScenarioName, isRight: boolean): void {
    this.add({ operation, scenario, provoked: 1, judged: isRight ? 1 : 0 });
  }

  /** Returns what was counted so far. */
  coverage(): FailureCoverage {
    return coverageFrom(this.#counts);
  }
}
