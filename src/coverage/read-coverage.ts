import type { OperationKey } from '../contract/index.ts';
import { contract, documentedScenarios, isObject, isScenarioName, parseJson } from '../contract/index.ts';
import type { FailureCount, FailureCoverage } from './failure-coverage.ts';
import { coverageFrom, CoverageCounter } from './failure-coverage.ts';

/** A file that is not failure coverage, or not of this contract. The message says what to do. */
export class CoverageError extends Error {
  override readonly name = 'CoverageError';
}

/**
 * Reads failure coverage from the text of a file. The totals are computed from the failures, not read.
 * @throws {CoverageError} if the text is something else, or the coverage of another contract
 */
export function readCoverage(text: string): FailureCoverage {
  const json = parseJson(text);
  if (!isObject(json) || !isObject(json.contract) || !Array.isArray(json.failures))
    throw new CoverageError(
      isObject(json) && Array.isArray(json.judged)
        ? 'this is a floor, not failure coverage: name it with --coverage-floor'
        : 'this is no failure coverage: it needs "contract" and "failures" (see docs/coverage.md)',
    );
  const { title, version } = coverageFrom(new Map()).contract;
  if (json.contract.title !== title || json.contract.version !== version)
    throw new CoverageError(
      `this is the coverage of ${inWords(json.contract)}, and this program knows ${title} ${version}; measure it again`,
    );
  const counter = new CoverageCounter();
  for (const [index, each] of json.failures.entries()) counter.add(readFailure(each, index));
  return counter.coverage();
}

function readFailure(value: unknown, index: number): FailureCount {
  const place = `failures[${index}]`;
  if (!isObject(value)) throw new CoverageError(`${place} must be an object`);
  const { operation, scenario } = value;
  const [provoked, judged] = [
    readCount(value.provoked, `${place}.provoked`),
    readCount(value.judged, `${place}.judged`),
  ];
  if (
    !isOperationKey(operation) ||
    typeof scenario !== 'string' ||
    !isScenarioName(scenario) ||
    !documentedScenarios(operation).includes(scenario)
  )
    throw new CoverageError(`${place}: the contract documents no failure ${String(operation)}.${String(scenario)}`);
  if (judged > provoked) throw new CoverageError(`${place}: judged must not be more than provoked`);
  return { operation, scenario, provoked, judged };
}

function readCount(value: unknown, place: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new CoverageError(`${place} must be a whole number, 0 or more`);
}

function isOperationKey(value: unknown): value is OperationKey {
  return contract.operationKeys.some((key) => key === value);
}

function inWords({ title, version }: Readonly<Record<string, unknown>>): string {
  return `${String(title)} ${String(version)}`.slice(0, 100);
}
