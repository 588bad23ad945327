import { appendFile, writeFile } from 'node:fs/promises';

import { parseTarget, TargetError } from '../../../plan/index.ts';
import { startServer } from '../../../server/index.ts';
import type { Report, VerifyOptions } from '../../../verifier/index.ts';
import {
  dryRun,
  githubAnnotations,
  githubSummary,
  htmlReport,
  Interrupted,
  jsonReport,
  junitReport,
  KnownFindingsError,
  SelectionError,
  TargetUnavailable,
  terminalReport,
  verify as verifyTarget,
} from '../../../verifier/index.ts';
import { demoDefinition, demoTarget } from '../../../workspace/index.ts';
import type { ExitCode } from '../../arguments/usage-error.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { progressLine } from '../../terminal/progress.ts';
import { wantsColour } from '../../terminal/text.ts';
import { verifyHelp } from './verify-help.ts';
import type { VerifyCommand } from './verify-options.ts';
import { readTarget, readVerifyOptions } from './verify-options.ts';

/** The errors that an invalid command line or file causes. */
const mistakes = [TargetError, KnownFindingsError, SelectionError];

export const verify: Command = {
  help: verifyHelp,
  async run(words) {
    try {
      return await verifyAs(await readVerifyOptions(words));
    } catch (error) {
      if (error instanceof TargetUnavailable || error instanceof Interrupted) return giveUp(error);
      throw mistakes.some((mistake) => error instanceof mistake) && error instanceof Error
        ? new UsageError(error.message)
        : error;
    }
  },
};

async function verifyAs(command: VerifyCommand): Promise<ExitCode> {
  const isOurs = command.url === undefined && command.targetFile === undefined;
  const ours = isOurs ? await startOurs() : undefined;
  try {
    const target =
      ours === undefined
        ? await readTarget(command.url, command.targetFile)
        : parseTarget(demoTarget(ours.url, { faults: true }), {});
    if (command.dryRun) {
      process.stdout.write(dryRun(target, command.run.selection));
      return exitCodes.fine;
    }
    const report = await runWithProgress({ target, ...command.run });
    await writeReports(report, command);
    return report.summary.ok ? exitCodes.fine : exitCodes.broken;
  } finally {
    await ours?.close();
  }
}

function giveUp(error: TargetUnavailable | Interrupted): ExitCode {
  console.error(error.message);
  for (const { collection, record, reason } of error.leftovers) {
    console.error(`leftover record, could not be deleted: ${collection}/${record} (${reason})`);
  }
  return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.unusable;
}

/** Starts the reference server on a free port. Logging is off, because the failures are provoked on purpose. */
function startOurs(): ReturnType<typeof startServer> {
  return startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
}

async function runWithProgress(options: VerifyOptions): Promise<Report> {
  const progress = progressLine();
  const interruption = new AbortController();
  const interrupt = (): void => {
    progress.show('interrupted: deleting the records that the run created');
    interruption.abort();
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await verifyTarget({
      ...options,
      signal: interruption.signal,
      onProgress: (done, total, part) => progress.show(`${part}: ${done} of ${total}`),
    });
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    progress.clear();
  }
}

async function writeReports(report: Report, { files, github }: VerifyCommand): Promise<void> {
  if (files.json !== undefined) await writeFile(files.json, jsonReport(report));
  if (files.junit !== undefined) await writeFile(files.junit, junitReport(report));
  if (files.html !== undefined) await writeFile(files.html, htmlReport(report));
  process.stdout.write(terminalReport(report, { colour: wantsColour(process.stdout) }));
  if (!github) return;
  process.stdout.write(githubAnnotations(report));
  const summaryFile = process.env.GITHUB_STEP_SUMMARY;
  if (summaryFile !== undefined && summaryFile !== '') await appendFile(summaryFile, githubSummary(report));
}
