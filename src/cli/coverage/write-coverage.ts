import { readFile } from 'node:fs/promises';

import type { CoverageFloor, FailureCoverage } from '../../coverage/index.ts';
import { compareWithFloor, coverageBadge, CoverageError, readFloor } from '../../coverage/index.ts';
import type { NamedFile } from '../arguments/named-file.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { requireWritable, writeOutput } from '../output/output-file.ts';
import { jsonText } from '../terminal/text.ts';
import type { CoveragePlaces } from './coverage-options.ts';

/** Where to write failure coverage, and the floor that it is compared with. */
export interface PreparedCoverage extends CoveragePlaces {
  readonly before: CoverageFloor;
}

/**
 * Makes sure that every file can be written, and reads the floor. A floor that does not exist yet has no failures.
 * @throws {UsageError} if a file cannot be written, or is not a floor
 */
export async function prepareCoverage(places: CoveragePlaces): Promise<PreparedCoverage> {
  for (const named of [places.file, places.floor, places.badge]) if (named !== undefined) await requireWritable(named);
  return { ...places, before: places.floor === undefined ? { judged: [] } : await floorIn(places.floor) };
}

async function floorIn({ option, file }: NamedFile): Promise<CoverageFloor> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new UsageError(`${option}: cannot read ${file} (${error.message})`);
  });
  try {
    return readFloor(text);
  } catch (error) {
    throw error instanceof CoverageError ? new UsageError(`${option}: ${file}: ${error.message}`) : error;
  }
}

/** What became of the coverage of a run. */
export interface WrittenCoverage {
  /** Lines for people: what the floor lost, or by how much it rose. */
  readonly lines: readonly string[];
  /** Whether every failure of the floor was judged. */
  readonly isKept: boolean;
  /** What could not be written, each in one line. */
  readonly problems: readonly string[];
}

/** Writes coverage and badge, compares the coverage with the floor, and raises the floor if nothing was lost. */
export async function writeCoverage(
  coverage: FailureCoverage,
  { file, floor, badge, before }: PreparedCoverage,
): Promise<WrittenCoverage> {
  const written = [
    file === undefined ? undefined : await writeOutput(file, jsonText(coverage)),
    badge === undefined ? undefined : await writeOutput(badge, jsonText(coverageBadge(coverage))),
  ];
  const { lost, gained, raised } = compareWithFloor(coverage, before);
  const isKept = floor === undefined || lost.length === 0;
  const isRaised = floor !== undefined && isKept && gained.length > 0;
  if (isRaised) written.push(await writeOutput(floor, jsonText(raised)));
  return {
    lines: [
      ...(isKept ? [] : [`below the floor ${floor.file}: no longer judged: ${lost.join(', ')}`]),
      ...(isRaised ? [raisedLine(floor.file, before.judged.length, raised.judged.length)] : []),
    ],
    isKept,
    problems: written.filter((problem) => problem !== undefined),
  };
}

function raisedLine(file: string, before: number, after: number): string {
  if (before === 0) return `the floor ${file} now has ${after} failures; commit it`;
  return `the floor ${file} rises from ${before} to ${after} failures; commit it`;
}
