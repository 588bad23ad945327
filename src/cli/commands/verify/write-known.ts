import type { KnownListOptions, Report } from '../../../verifier/index.ts';
import { knownListOf } from '../../../verifier/index.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { complain } from '../../output/complain.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import type { ReportPlaces } from './write-reports.ts';

const option = 'write-known';

/**
 * Makes sure that the list of known findings can be written.
 * @throws {UsageError} if it cannot, or if a report goes to the same file
 */
export async function prepareKnown(file: string | undefined, { files }: Pick<ReportPlaces, 'files'>): Promise<void> {
  if (file === undefined) return;
  if (file === '-') throw new UsageError(`--${option} takes a file; only reports can go to standard output`);
  const other = Object.entries(files).find(([, each]) => each === file);
  if (other !== undefined)
    throw new UsageError(`--${other[0]} and --${option} both write ${file}; name another file for one of them`);
  await requireWritable({ option, file });
}

/**
 * Writes the list of known findings with which the run would have passed.
 * @returns what went wrong, in one line, or `undefined`
 */
export async function writeKnown(
  report: Report,
  { file, ...options }: Omit<KnownListOptions, 'reason'> & { readonly file: string },
): Promise<string | undefined> {
  const reason = `not fixed yet (found on ${new Date().toISOString().slice(0, 10)})`;
  const list = knownListOf(report, { ...options, reason });
  const problem = await writeOutput({ option, file }, `${JSON.stringify(list, null, 2)}\n`);
  if (problem === undefined) complain(`wrote ${list.length} known findings to ${file}; pass it as --known ${file}`);
  return problem;
}
