import { appendFile } from 'node:fs/promises';

import type { FailureCoverage } from '../../../coverage/index.ts';
import type { Report } from '../../../verifier/index.ts';
import {
  githubAnnotations,
  githubSummary,
  htmlReport,
  jsonReport,
  junitReport,
  pullRequestComment,
  sarifReport,
  terminalReport,
} from '../../../verifier/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { requireWritable, STANDARD_OUTPUT, writeOutput } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { wantsColour } from '../../terminal/text.ts';

/** The reports that options name a file for, by the name of the option. */
const writers = {
  json: jsonReport,
  junit: junitReport,
  html: htmlReport,
  sarif: sarifReport,
  comment: pullRequestComment,
} as const;

export const reportNames = [
  'json',
  'junit',
  'html',
  'sarif',
  'comment',
] as const satisfies readonly (keyof typeof writers)[];

/** Where to write reports: the file of each, where `-` is standard output, and whether to report to GitHub Actions. */
export interface ReportPlaces {
  readonly files: readonly ReportFile[];
  readonly github: boolean;
}

interface ReportFile extends NamedFile {
  readonly report: (typeof reportNames)[number];
}

/**
 * Makes sure that every report, and the recording, can be written, and creates the folders they go to.
 * @param har is written while the run goes on, so it cannot go to standard output
 * @throws {UsageError} if one cannot be written
 */
export async function prepareReports(reports: readonly ReportFile[], har: NamedFile | undefined): Promise<void> {
  for (const named of reports) if (named.file !== STANDARD_OUTPUT) await requireWritable(named);
  if (har !== undefined) await requireWritable(har);
}

/**
 * Writes every report that can be written, and the one for the terminal: to standard output, or to standard error if another
 * report goes to standard output.
 * @param base failure coverage to compare that of the run with, if there is any
 * @returns what could not be written, each in one line
 */
export async function writeReports(
  report: Report,
  { files, github }: ReportPlaces,
  base?: FailureCoverage,
): Promise<readonly string[]> {
  const isTaken = files.some(({ file }) => file === STANDARD_OUTPUT);
  const problems: (string | undefined)[] = [];
  for (const { report: name, option, file } of files) {
    const text = writers[name](report, base);
    problems.push(file === STANDARD_OUTPUT ? await printed(text) : await writeOutput({ option, file }, text));
  }
  const terminal = isTaken ? process.stderr : process.stdout;
  // A run that sent nothing has nothing to show but why.
  const isEmpty = report.stopped !== null && report.outcomes.length === 0 && report.leftovers.length === 0;
  const shown = [
    ...(isEmpty ? [] : [terminalReport(report, { colour: wantsColour(terminal) })]),
    ...(github ? [githubAnnotations(report)] : []),
  ].join('');
  if (isTaken) process.stderr.write(shown);
  else problems.push(await printed(shown));
  if (github) problems.push(await summarized(githubSummary(report)));
  return problems.filter((problem) => problem !== undefined);
}

async function printed(text: string): Promise<string | undefined> {
  return print(text).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

async function summarized(text: string): Promise<string | undefined> {
  const file = process.env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return undefined;
  return appendFile(file, text).then(
    () => undefined,
    (error: Error) => `GITHUB_STEP_SUMMARY: cannot write ${file} (${error.message})`,
  );
}
