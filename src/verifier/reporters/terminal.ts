import { isContent } from '../outcomes.ts';
import type { CaseOutcome, Finding, Report } from '../report.ts';
import { legend, matrix } from './matrix.ts';
import type { Paint } from './paint.ts';
import { paintOf } from './paint.ts';

const LONGEST_EXCERPT = 400;

/** The report for people: the matrix, and below it in plain words what is wrong and what to do. */
export function terminalReport(report: Report, { colour }: { readonly colour: boolean }): string {
  const paint = paintOf(colour);
  const { target, findings } = report;
  const place = [target.baseUrl, target.organization, target.workspace].filter((part) => part !== null).join('/');
  const blocks = [
    `Workspace API error contract, held against ${paint.bold(place)}`,
    `${matrix(report, paint)}\n\n${legend(report, paint)}`,
    ...findings.map((finding, index) => describeFinding(finding, `${paint.bad(`Finding ${index + 1}`)}`, paint)),
    ...describeUnprovoked(report, paint),
    ...describeNotes(report, paint),
    ...describeLeftovers(report, paint),
    describeSummary(report, paint),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function describeFinding(finding: Finding, title: string, paint: Paint): string {
  const { request, response } = finding;
  const came =
    response === undefined
      ? 'nothing'
      : `${response.status} ${response.headers['content-type'] ?? ''} ${excerpt(response.body)}`.replaceAll('  ', ' ');
  const rows = {
    contract: finding.contract,
    sent: `${request.method} ${request.path} ${excerpt(request.body ?? '')}`.trimEnd(),
    came,
    repeat: finding.curl,
  };
  return [
    `${title}  ${paint.bold(`${finding.operationId} ${finding.scenario}`)} (${finding.variant}; ${finding.senders.join(', ')})`,
    `  ${paint.bold(finding.check)}: ${finding.message}`,
    ...Object.entries(rows).map(([name, text]) => `  ${paint.dim(name.padEnd(8))}  ${text}`),
  ].join('\n');
}

/** What was not provoked, by reason; first what fails the run. */
function describeUnprovoked({ outcomes }: Report, paint: Paint): readonly string[] {
  const unprovoked = outcomes.filter(({ outcome }) => outcome === 'not-provoked');
  const describe = (cases: readonly CaseOutcome[]): readonly string[] =>
    [...Map.groupBy(cases, ({ reason = '' }) => reason)].map(([reason, group]) => `  ${reason}: ${cellsOf(group)}`);
  const failing = describe(unprovoked.filter((each) => !isContent(each)));
  const allowed = describe(unprovoked.filter(isContent));
  const advice =
    '  Put what is missing into a target file (--target FILE; `verify --help` shows one), or say in its "unreachable" why not.';
  return [
    ...(failing.length === 0
      ? []
      : [[paint.bad('Not provoked, so that nothing is known of it'), ...failing, advice].join('\n')]),
    ...(allowed.length === 0 ? [] : [[paint.warn('Not provoked, as it may be'), ...allowed].join('\n')]),
  ];
}

function cellsOf(group: readonly CaseOutcome[]): string {
  const operationsOf = Map.groupBy(group, ({ scenario, variant }) => `${scenario} (${variant})`);
  return [...operationsOf]
    .map(([name, cases]) => `${name} on ${new Set(cases.map(({ operationId }) => operationId)).size}`)
    .join(', ');
}

/** Notes that say the same of many cases are told once. */
function describeNotes({ notes }: Report, paint: Paint): readonly string[] {
  if (notes.length === 0) return [];
  const groups = [...Map.groupBy(notes, ({ check, message }) => `${check}: ${message}`)];
  const lines = groups.map(([text, group]) => {
    const [first] = group;
    const more = group.length > 1 ? ` and ${group.length - 1} more` : '';
    return `  ${text} (${first?.operationId} ${first?.scenario}${more})`;
  });
  return [[paint.warn('Notes: not as we do it, where the contract leaves it open'), ...lines].join('\n')];
}

function describeLeftovers({ leftovers }: Report, paint: Paint): readonly string[] {
  if (leftovers.length === 0) return [];
  const lines = leftovers.map(({ collection, record, reason }) => `  ${collection}/${record}: ${reason}`);
  return [[paint.warn('Records of this run that could not be deleted again'), ...lines].join('\n')];
}

function describeSummary({ summary }: Report, paint: Paint): string {
  const verdict = summary.ok ? paint.good(paint.bold('PASSED')) : paint.bad(paint.bold('FAILED'));
  const counted = [
    `${summary.passed} cases passed`,
    `${summary.failed} failed`,
    `${summary.notProvoked} not provoked`,
    `${summary.findings} findings`,
    `${summary.notes} notes`,
  ];
  return `${verdict}  ${counted.join(', ')}, in ${(summary.durationMs / 1000).toFixed(1)} s`;
}

function excerpt(text: string): string {
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
}
