import { isObject, parseJson } from '../contract/index.ts';
import type { FailureCoverage } from './failure-coverage.ts';
import { failureName, judgedNames } from './failure-coverage.ts';
import { CoverageError } from './read-coverage.ts';

/** The failures that must stay judged: the content of a file for `--coverage-floor`. */
export interface CoverageFloor {
  readonly judged: readonly string[];
}

/** What a floor says about a coverage. */
export interface FloorVerdict {
  /** Failures of the floor that were not judged. The run fails if there are any. */
  readonly lost: readonly string[];
  /** Failures that are judged and not yet in the floor. */
  readonly gained: readonly string[];
  /** The floor with what was gained. */
  readonly raised: CoverageFloor;
}

/**
 * Reads a floor from the text of a file. An empty text is a floor without failures.
 * @throws {CoverageError} if the text is something else
 */
export function readFloor(text: string): CoverageFloor {
  if (text.trim() === '') return { judged: [] };
  const json = parseJson(text);
  const judged: unknown = isObject(json) ? json.judged : undefined;
  if (!Array.isArray(judged) || !judged.every((name) => typeof name === 'string'))
    throw new CoverageError('this is no floor of failure coverage: it needs "judged", a list of names of failures');
  return { judged };
}

/** Compares a coverage with a floor. A failure that the contract no longer documents is no longer in the floor. */
export function compareWithFloor(coverage: FailureCoverage, floor: CoverageFloor): FloorVerdict {
  const judged = judgedNames(coverage);
  const described = new Set<string>(
    coverage.failures.map(({ operation, scenario }) => failureName(operation, scenario)),
  );
  const required = floor.judged.filter((name) => described.has(name));
  const raised = [...described].filter((name) => required.includes(name) || judged.has(name));
  return {
    lost: required.filter((name) => !judged.has(name)),
    gained: raised.filter((name) => !required.includes(name)),
    raised: { judged: raised },
  };
}
