import type { FailureCoverage } from '../../../coverage/index.ts';
import { coverageChange, coverageLine } from '../../../coverage/index.ts';
import type { Report } from '../../report/report.ts';
import { alike } from '../alike.ts';
import { countsOf, factsOf, runProblemOf, targetOf, verdictOf } from '../facts.ts';
import { shortened } from '../text/visible.ts';
import { fitting } from './fitting.ts';
import { foldedFinding } from './folded-finding.ts';
import { markdownText } from './markdown.ts';
import { summaryRemainder } from './summary-remainder.ts';

/** The first line of the comment, which is not shown: whoever writes the next one finds this one by it, and edits it. */
export const COMMENT_MARK = '<!-- workspace-api-contract -->';

/** GitHub rejects a comment of more than 65,536 characters. No character has less than one byte. */
const MOST_BYTES = 65_000;

/** The most bytes of the parts that can be long. What is left is for the heading and the coverage. */
const MOST_FINDINGS = 35_000;
const MOST_OTHERS = 15_000;

/** The longest list of failures, in characters. */
const LONGEST_LIST = 3000;

/**
 * Returns the report as one Markdown comment for a pull request: the verdict, failure coverage and how it changed, and folded findings.
 * @param base the coverage without the changes of the pull request; `undefined` if it is not known
 */
export function pullRequestComment(report: Report, base?: FailureCoverage): string {
  const others = fitting(summaryRemainder(report), MOST_OTHERS);
  const findings = fitting(alike(report.findings).map(foldedFinding), MOST_FINDINGS);
  const blocks = [
    COMMENT_MARK,
    ...verdict(report),
    ...coverage(report, base),
    ...(findings.length === 0 ? [] : ['### Findings', ...findings]),
    ...others,
  ];
  return `${fitting(blocks.map(withoutMentions), MOST_BYTES).join('\n\n')}\n`;
}

function verdict(report: Report): readonly string[] {
  const problem = runProblemOf(report);
  const facts = Object.entries(factsOf(report)).map(([name, text]) => `${name}: ${text}`);
  return [
    `## ${report.summary.ok ? '✅' : '❌'} Error contract: ${verdictOf(report).toLowerCase()}`,
    `**${countsOf(report).join(', ')}**`,
    markdownText(shortened(`${targetOf(report)}; ${facts.join('; ')}`, LONGEST_LIST)),
    ...(problem === undefined ? [] : [`${problem.title}: ${markdownText(shortened(problem.reason, LONGEST_LIST))}`]),
  ];
}

function coverage({ coverage: now, stopped }: Report, base: FailureCoverage | undefined): readonly string[] {
  // A run that was stopped says nothing about what can be judged.
  if (stopped !== null) return [];
  const line = `**Failure coverage:** ${coverageLine(now)}`;
  if (base === undefined) return [line];
  const { gained, lost } = coverageChange(base, now);
  if (gained.length + lost.length === 0) return [`${line}, as in the base`];
  return [
    `${line} (${base.judged} in the base)`,
    ...(lost.length === 0 ? [] : [`⚠️ No longer judged: ${namesOf(lost)}`]),
    ...(gained.length === 0 ? [] : [`Judged for the first time: ${namesOf(gained)}`]),
  ];
}

function namesOf(failures: readonly string[]): string {
  return markdownText(shortened(failures.join(', '), LONGEST_LIST));
}

/**
 * Keeps GitHub from notifying people and linking issues that a response names: it looks for `@name` and `#1` after it resolved
 * references to characters. The character in between has no width.
 */
function withoutMentions(block: string): string {
  return block.replaceAll(/&#(?:64|35);/g, '$&&#8203;');
}
