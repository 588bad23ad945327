import type { TrafficReport } from '../../traffic/index.ts';
import type { ExitCode } from '../arguments/usage-error.ts';
import { exitCodes } from '../arguments/usage-error.ts';
import type { PreparedCoverage } from '../coverage/write-coverage.ts';
import { writeCoverage } from '../coverage/write-coverage.ts';
import { complain } from '../output/complain.ts';
import { requireWritable, STANDARD_OUTPUT, writeOutput } from '../output/output-file.ts';
import { print } from '../output/print.ts';
import { jsonText, wantsColour } from '../terminal/text.ts';
import type { VerdictCommand } from './verdict-options.ts';
import { trafficJson } from './traffic-json.ts';
import { trafficSarif } from './traffic-sarif.ts';
import { isComplete, trafficText } from './traffic-text.ts';

type TrafficReports = Pick<VerdictCommand, 'json' | 'sarif'>;

/**
 * Makes sure that every report can be written.
 * @throws {UsageError} if one cannot be written
 */
export async function prepareTrafficReports({ json, sarif }: TrafficReports): Promise<void> {
  for (const named of [json, sarif])
    if (named !== undefined && named.file !== STANDARD_OUTPUT) await requireWritable(named);
}

/**
 * Writes what traffic shows, and returns the exit code.
 * @param safe escapes what a terminal or a CI server would obey
 */
export async function reportTraffic(
  report: TrafficReport,
  { json, sarif, failsOnNotes }: TrafficReports & Pick<VerdictCommand, 'failsOnNotes'>,
  coverage: PreparedCoverage,
  safe: (text: string) => string,
): Promise<ExitCode> {
  const files = [
    { named: json, written: () => jsonText(trafficJson(report)) },
    { named: sarif, written: () => trafficSarif(report) },
  ];
  const taken = files.find(({ named }) => named?.file === STANDARD_OUTPUT);
  const { isKept, ...covered } = await writeCoverage(report.coverage, coverage);
  const stream = taken !== undefined ? process.stderr : process.stdout;
  const shown = wantsColour(stream)
    ? trafficText(escaped(report, safe), { colour: true, failsOnNotes, isKept })
    : safe(trafficText(report, { colour: false, failsOnNotes, isKept }));
  if (taken !== undefined) {
    process.stderr.write(shown);
    await print(taken.written());
  } else await print(shown);
  const problems: (string | undefined)[] = [];
  for (const { named, written } of files)
    if (named !== undefined && named.file !== STANDARD_OUTPUT) problems.push(await writeOutput(named, written()));
  for (const line of covered.lines) complain(line);
  const unwritten = [...problems.filter((problem) => problem !== undefined), ...covered.problems];
  for (const problem of unwritten) complain(problem);
  const { findings, notes, judged } = report.summary;
  if (findings > 0 || (failsOnNotes && notes > 0) || (!isKept && judged > 0)) return exitCodes.broken;
  return judged === 0 || !isComplete(report) || unwritten.length > 0 ? exitCodes.unusable : exitCodes.fine;
}

/** Escapes the parts of a report before they are coloured, because it would escape the colours too. */
function escaped(report: TrafficReport, safe: (text: string) => string): TrafficReport {
  return JSON.parse(
    JSON.stringify(report, (_name, value: unknown) => (typeof value === 'string' ? safe(value) : value)),
  );
}
