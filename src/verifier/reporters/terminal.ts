import { coverageLine } from '../../coverage/index.ts';
import type { Report } from '../report/report.ts';
import { alikeNotes } from './alike.ts';
import { alsoOf } from './causes.ts';
import { countsOf, durationOf, factsOf, runProblemOf, targetOf, verdictOf } from './facts.ts';
import { legend, matrix } from './matrix.ts';
import type { Paint } from './paint.ts';
import { paintOf } from './paint.ts';
import type { Reason } from './reasons.ts';
import { adviceFor, reasonsOf } from './reasons.ts';
import { remarksOf } from './remarks.ts';
import { describeFindings } from './terminal/describe-findings.ts';
import { describeProbes } from './terminal/describe-probes.ts';
import { describeRules } from './terminal/describe-rules.ts';
import { shortened, visibleLine, withoutCommands } from './text/visible.ts';

const LONGEST_PATH = 200;
const LONGEST_LIST = 1000;

/** Returns the report for the terminal: the matrix, then what is wrong and what to do about it. */
export function terminalReport(report: Report, { colour }: { readonly colour: boolean }): string {
  const paint = paintOf(colour);
  const blocks = [
    describeRun(report, paint),
    ...(report.outcomes.length === 0 ? [] : [`${matrix(report, paint)}\n\n${legend(report, paint)}`]),
    ...describeProbes(report, paint),
    ...describeRules(report, paint),
    ...describeFindings(report, paint),
    ...describeReasons(report, paint),
    ...remarksOf(report).flatMap(({ title, lines }) => block(paint.warn(title), lines)),
    ...describeKnown(report, paint),
    ...describeNotes(report, paint),
    ...describeLeftovers(report, paint),
    ...describeProblem(report, paint),
    describeSummary(report, paint),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

function describeRun(report: Report, paint: Paint): string {
  const facts = Object.entries(factsOf(report)).map(([name, text]) => `${name}: ${text}`);
  return [
    `Workspace API error contract, verified against ${paint.bold(visibleLine(targetOf(report)))}`,
    paint.dim(visibleLine(facts.join('; '))),
  ].join('\n');
}

/** Lists what was not judged, by reason, starting with what fails the run. */
function describeReasons(report: Report, paint: Paint): readonly string[] {
  const { unsent, missing, allowed } = reasonsOf(report);
  const lines = (reasons: readonly Reason[]): readonly string[] =>
    reasons.map(({ reason, cases }) => `${reason}: ${shortened(cases, LONGEST_LIST)}`);
  return [
    ...block(paint.bad('Failed without a response to judge'), lines(unsent)),
    ...block(paint.bad('Not provoked (fails the run)'), [
      ...lines(missing),
      ...(missing.length === 0 ? [] : [adviceFor(report)]),
    ]),
    ...block(paint.warn('Not provoked (allowed)'), lines(allowed)),
  ];
}

function describeKnown({ known, stale }: Report, paint: Paint): readonly string[] {
  return [
    ...block(
      paint.warn('Known findings, which do not fail the run'),
      known.map(
        ({ check, operationId, scenario, variant, reason }) =>
          `${check} at ${operationId} ${scenario} (${variant}): ${reason}`,
      ),
    ),
    ...block(
      paint.bad('Known findings that no longer occur: remove them from the list'),
      stale.map(({ fingerprint, message, reason }) => `${fingerprint} "${message}": ${reason}`),
    ),
  ];
}

/** Lists each note once, even if it applies to many cases. */
function describeNotes({ notes }: Report, paint: Paint): readonly string[] {
  return block(
    paint.warn('Notes: violations of rules that this project added'),
    alikeNotes(notes).flatMap((group) => {
      const [{ check, message, operationId, scenario, variant, request }] = group;
      const also = group.length === 1 ? [] : [`  also: ${shortened(alsoOf(group), LONGEST_LIST)}`];
      const sent = `${request.method} ${shortened(request.path, LONGEST_PATH)}`;
      return [`${check}: ${message}`, `  ${operationId} ${scenario} (${variant}): ${sent}`, ...also];
    }),
  );
}

function describeLeftovers({ leftovers }: Report, paint: Paint): readonly string[] {
  return block(
    paint.warn('Leftover records of this run, which it could not delete or could not confirm as its own'),
    leftovers.map(({ collection, record, reason }) => `${collection}/${record}: ${reason}`),
  );
}

function describeProblem(report: Report, paint: Paint): readonly string[] {
  const problem = runProblemOf(report);
  return problem === undefined ? [] : block(paint.bad(problem.title), problem.reason.split('\n'));
}

function describeSummary(report: Report, paint: Paint): string {
  const verdict = paint.bold(verdictOf(report).toUpperCase());
  const painted = report.summary.ok ? paint.good(verdict) : paint.bad(verdict);
  return `${coverageLine(report.coverage)}\n${painted}  ${countsOf(report).join(', ')}, in ${durationOf(report)}`;
}

function block(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [[title, ...lines.map((line) => `  ${visibleLine(line)}`)].join('\n')];
}
