import type { Report } from '../../report/report.ts';
import { alike } from '../alike.ts';
import { countsOf, durationOf, factsOf, runProblemOf, targetOf, verdictOf } from '../facts.ts';
import { fitting } from './fitting.ts';
import { foldedFinding } from './folded-finding.ts';
import { markdownText } from './markdown.ts';
import { probeLine, summaryMatrix } from './summary-matrix.ts';
import { summaryRemainder } from './summary-remainder.ts';
import { summaryRules } from './summary-rules.ts';

/** GitHub rejects a summary of more than 1 MiB. The rest is for whatever else the step writes. */
const MOST_BYTES = 900 * 1024;

/** Returns the report as Markdown for a step summary in GitHub Actions: the verdict, the matrix, and folded findings. */
export function githubSummary(report: Report): string {
  const head = [...verdict(report), summaryMatrix(report), ...probeLine(report), ...summaryRules(report)];
  const remainder = fitting(summaryRemainder(report), MOST_BYTES / 4);
  const findings = fitting(alike(report.findings).map(foldedFinding), MOST_BYTES / 2);
  return `${[...head, ...(findings.length === 0 ? [] : ['### Findings', ...findings]), ...remainder].join('\n\n')}\n`;
}

function verdict(report: Report): readonly string[] {
  const problem = runProblemOf(report);
  const mark = report.summary.ok ? '✅' : '❌';
  const facts = Object.entries(factsOf(report)).map(([name, text]) => `${name}: ${text}`);
  return [
    `## ${mark} ${verdictOf(report)}: ${markdownText(targetOf(report))}`,
    `**${countsOf(report).join(', ')}**, in ${durationOf(report)}`,
    markdownText(facts.join('; ')),
    ...(problem === undefined ? [] : [`${problem.title}: ${markdownText(problem.reason)}`]),
  ];
}
