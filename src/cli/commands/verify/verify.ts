import { setFlagsFromString } from 'node:v8';

import { parseTarget, TargetError } from '../../../plan/index.ts';
import type { Report, VerifyOptions } from '../../../verifier/index.ts';
import { secretsOf } from '../../../masking/index.ts';
import { dryRun, safeTextOf, SelectionError, verify as verifyTarget } from '../../../verifier/index.ts';
import { demoTarget } from '../../../workspace/index.ts';
import type { ExitCode } from '../../arguments/usage-error.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import type { WrittenCoverage } from '../../coverage/write-coverage.ts';
import { prepareCoverage, writeCoverage } from '../../coverage/write-coverage.ts';
import { complain, prepareComplaints } from '../../output/complain.ts';
import { print } from '../../output/print.ts';
import type { StartReference } from '../../programs/start-reference.ts';
import { progressLine } from '../../terminal/progress.ts';
import { onStopSignal } from '../../until-stopped.ts';
import { readCoverageBase } from './read-coverage-base.ts';
import { openHar } from '../../output/har-file.ts';
import { verifyOptions } from './option-groups.ts';
import { verifyHelp } from './verify-help.ts';
import type { VerifyCommand } from './verify-options.ts';
import { readTarget } from './read-target.ts';
import { readVerifyOptions } from './verify-options.ts';
import { prepareKnown, writeKnown } from './write-known.ts';
import { prepareReports, writeReports } from './write-reports.ts';

/** The errors that an invalid command line or file causes. */
const mistakes = [TargetError, SelectionError];

/** Returns the command `verify`. */
export function verify(startReference: StartReference): Command {
  return {
    help: verifyHelp,
    options: verifyOptions,
    async run(words) {
      prepareComplaints(safeTextOf({}));
      try {
        return await verifyAs(await readVerifyOptions(words), startReference);
      } catch (error) {
        throw mistakes.some((mistake) => error instanceof mistake) && error instanceof Error
          ? new UsageError(error.message)
          : error;
      }
    },
  };
}

async function verifyAs(command: VerifyCommand, startReference: StartReference): Promise<ExitCode> {
  // Responses can be large and are soon dropped. Otherwise V8 would take more memory instead of reusing it.
  setFlagsFromString('--semi-space-growth-factor=1');
  const isOurs = command.url === undefined && command.targetFile === undefined;
  const ours = isOurs ? await startReference() : undefined;
  try {
    const target =
      ours === undefined ? await readTarget(command) : parseTarget(demoTarget(ours.url, { faults: true }), {});
    const safe = safeTextOf(secretsOf(target, command.run.connection?.headers));
    prepareComplaints(safe);
    if (command.dryRun) {
      await print(safe(dryRun(target, command.run.selection)));
      return exitCodes.fine;
    }
    if (command.lacksDredd)
      complain(
        'Dredd is not installed next to workspace-api-contract, so only the built-in client sends the requests (npm install -D dredd)',
      );
    const { har: harFile } = command;
    await prepareReports(command.files, harFile);
    await prepareKnown(command, target);
    const places = await prepareCoverage(command.coverage);
    const { coverageBase } = command;
    const base = coverageBase === undefined ? undefined : await readCoverageBase(coverageBase);
    const har = harFile === undefined ? undefined : openHar(harFile);
    const onExchange = har === undefined ? {} : { onExchange: har.add };
    let unrecorded: string | undefined;
    const report = await runWithProgress({ target, ...command.run, ...onExchange }).finally(() => {
      unrecorded = har?.close();
    });
    const { knownFile, run } = command;
    const { failOn = 'finding', known = [] } = run;
    const unprinted = await writeReports(report, command, base);
    const unwritten =
      knownFile === undefined || report.stopped !== null
        ? undefined
        : await writeKnown(report, knownFile, { failOn, known });
    // A run that was stopped says nothing about what can be judged.
    const covered = report.stopped === null ? await writeCoverage(report.coverage, places) : NO_COVERAGE;
    for (const line of covered.lines) complain(line);
    const problems = [
      ...unprinted,
      ...[unrecorded, unwritten].filter((problem) => problem !== undefined),
      ...covered.problems,
    ];
    for (const problem of problems) complain(problem);
    if (report.stopped !== null) {
      complain(report.stopped.reason);
      return report.stopped.by === 'interrupted' ? exitCodes.interrupted : exitCodes.unusable;
    }
    if ((!report.summary.ok && knownFile === undefined) || !covered.isKept) return exitCodes.broken;
    return problems.length === 0 ? exitCodes.fine : exitCodes.unusable;
  } finally {
    await ours?.close();
  }
}

const NO_COVERAGE: WrittenCoverage = { lines: [], isKept: true, problems: [] };

async function runWithProgress(options: VerifyOptions): Promise<Report> {
  const progress = progressLine();
  const interruption = new AbortController();
  const ignoreSignals = onStopSignal(() => {
    progress.show('interrupted: deleting the records that the run created');
    interruption.abort();
  });
  try {
    return await verifyTarget({
      ...options,
      signal: interruption.signal,
      onProgress: (done, total, part) => progress.show(`${part}: ${done} of ${total}`),
    });
  } finally {
    ignoreSignals();
    progress.clear();
  }
}
