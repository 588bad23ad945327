import { readFile } from 'node:fs/promises';

import type { FailureCoverage } from '../../../coverage/index.ts';
import { CoverageError, readCoverage } from '../../../coverage/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { UsageError } from '../../arguments/usage-error.ts';

/**
 * Reads the failure coverage to compare a run with. A file that does not exist yet is nothing to compare with.
 * @throws {UsageError} if the file is something else
 */
export async function readCoverageBase({ option, file }: NamedFile): Promise<FailureCoverage | undefined> {
  try {
    return readCoverage(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof CoverageError) throw new UsageError(`${option}: ${file}: ${error.message}`);
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`${option}: cannot read ${file} (${error.message})`);
  }
}
