import type { Target } from '../../../plan/index.ts';
import { missingMembers } from '../../../plan/index.ts';
import type { KnownListOptions, Report } from '../../../verifier/index.ts';
import { knownListOf } from '../../../verifier/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { complain } from '../../output/complain.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import type { VerifyCommand } from './verify-options.ts';

/**
 * Makes sure that the list of known findings can be written.
 * @throws {UsageError} if it cannot, or if the target file lacks something
 */
export async function prepareKnown(
  { knownFile, targetFile }: Pick<VerifyCommand, 'knownFile' | 'targetFile'>,
  target: Target,
): Promise<void> {
  if (knownFile === undefined) return;
  requireComplete(knownFile.option, target, targetFile);
  await requireWritable(knownFile);
}

/** A list that accepts what the target file lacks would let every later run pass, whatever the server does. */
function requireComplete(option: string, target: Target, file: NamedFile | undefined): void {
  const missing = missingMembers(target).map((line) => line.split(':', 1).join());
  if (missing.length === 0) return;
  const given = file === undefined ? 'a target file (--target FILE)' : file.file;
  throw new UsageError(
    `${option} accepts what the server does wrong, not what the target file lacks. Add to ${given}: ${missing.join(', ')}; ` +
      'or list the scenarios that need them under "unreachable" with a reason',
  );
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
  const verdict = report.summary.ok ? '' : `. This run exits with 0 although it failed, because ${option} was given`;
  if (problem === undefined)
    complain(`wrote ${list.length} known findings to ${file}; pass it as --known ${file}${verdict}`);
  return problem;
}
