import type { TrafficReport } from '../../../traffic/index.ts';
import type { ExitCode } from '../../arguments/usage-error.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { PreparedCoverage } from '../../coverage/write-coverage.ts';
import { writeCoverage } from '../../coverage/write-coverage.ts';
import { complain } from '../../output/complain.ts';
import { writeOutput } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { jsonText, wantsColour } from '../../terminal/text.ts';
import type { VerdictCommand } from './judge-options.ts';
import { trafficJson } from './traffic-json.ts';
import { trafficText } from './traffic-text.ts';

const STANDARD_OUTPUT = '-';

/**
 * Writes what traffic shows, and returns the exit code.
 * @param safe escapes what a terminal or a CI server would obey
 */
export async function reportTraffic(
  report: TrafficReport,
  { json, failsOnNotes }: Pick<VerdictCommand, 'json' | 'failsOnNotes'>,
  coverage: PreparedCoverage,
  safe: (text: string) => string,
): Promise<ExitCode> {
  const isTaken = json?.file === STANDARD_OUTPUT;
  const text = safe(trafficText(report, { colour: false }));
  const stream = isTaken ? process.stderr : process.stdout;
  const shown = wantsColour(stream) ? coloured(report, safe) : text;
  if (isTaken) {
    process.stderr.write(shown);
    await print(jsonText(trafficJson(report)));
  } else await print(shown);
  const problems = [json === undefined || isTaken ? undefined : await writeOutput(json, jsonText(trafficJson(report)))];
  const written = await writeCoverage(report.coverage, coverage);
  for (const line of written.lines) complain(line);
  const unwritten = [...problems.filter((problem) => problem !== undefined), ...written.problems];
  for (const problem of unwritten) complain(problem);
  const { findings, notes, judged } = report.summary;
  if (findings > 0 || (failsOnNotes && notes > 0) || (!written.isKept && judged > 0)) return exitCodes.broken;
  const isUnread = report.sources.some((source) => source.problems.length > 0);
  return judged === 0 || isUnread || unwritten.length > 0 ? exitCodes.unusable : exitCodes.fine;
}

/** Escapes the parts of a report before they are coloured, because it would escape the colours too. */
function coloured(report: TrafficReport, safe: (text: string) => string): string {
  const escaped: TrafficReport = JSON.parse(
    JSON.stringify(report, (_name, value: unknown) => (typeof value === 'string' ? safe(value) : value)),
  );
  return trafficText(escaped, { colour: true });
}
