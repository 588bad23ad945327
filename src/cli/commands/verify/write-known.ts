import type { KnownListOptions, Report } from '../../../verifier/index.ts';
import { knownListOf } from '../../../verifier/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { complain } from '../../output/complain.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import type { ReportPlaces } from './write-reports.ts';

/**
 * Makes sure that the list of known findings can be written.
 * @throws {UsageError} if it cannot, or if a report goes to the same file
 */
export async function prepareKnown(
  known: NamedFile | undefined,
  { files }: Pick<ReportPlaces, 'files'>,
): Promise<void> {
  if (known === undefined) return;
  const { option, file } = known;
  if (file === '-') throw new UsageError(`${option} takes a file; only reports can go to standard output`);
  const other = files.find((each) => each.file === file);
  if (other !== undefined)
    throw new UsageError(`${other.option} and ${option} both write ${file}; name another file for one of them`);
  await requireWritable(known);
}

/**
 * Writes the list of known findings with which the run would have passed.
 * @returns what went wrong, in one line, or `undefined`
 */
export async function writeKnown(
  report: Report,
  { option, file }: NamedFile,
  options: Omit<KnownListOptions, 'reason'>,
): Promise<string | undefined> {
  const reason = `not fixed yet (found on ${new Date().toISOString().slice(0, 10)})`;
  const list = knownListOf(report, { ...options, reason });
  const problem = await writeOutput({ option, file }, `${JSON.stringify(list, null, 2)}\n`);
  if (problem === undefined) complain(`wrote ${list.length} known findings to ${file}; pass it as --known ${file}`);
  return problem;
}
