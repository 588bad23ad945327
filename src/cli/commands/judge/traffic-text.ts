import { styleText } from 'node:util';

import { coverageLine } from '../../../coverage/index.ts';
import type { SeenAnswer, SeenBetween, TrafficFinding, TrafficReport } from '../../../traffic/index.ts';
import { skipReasons } from '../../../traffic/index.ts';
import { textTable } from '../../terminal/text.ts';

/** The longest body to show, in characters. */
const LONGEST_BODY = 400;

/** Returns what traffic shows as text: what was returned, what is wrong with it, and what was not judged. */
export function trafficText(report: TrafficReport, { colour }: { readonly colour: boolean }): string {
  const paint = (style: 'red' | 'green' | 'yellow', text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [
    ...(report.seen.length === 0 ? [] : [seenTable(report.seen).trimEnd()]),
    ...report.findings.map((finding, index) => findingText(paint('red', `Finding ${index + 1}`), finding)),
    ...report.notes.map((note, index) => findingText(paint('yellow', `Note ${index + 1}`), note)),
    ...linesUnder('Not judged', skippedLines(report)),
    ...linesUnder('Not read', problemLines(report)),
    [coverageLine(report.coverage), summaryLine(report, paint)].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Returns a finding as a few lines, as it is shown while traffic passes. */
export function findingText(title: string, finding: TrafficFinding): string {
  const { check, operation, scenario, message, contract, example } = finding;
  const { request, response } = example;
  return [
    `${title}  ${check} at ${operation} ${scenario ?? '(undocumented)'}, ${seenText(finding)}`,
    `  ${message}`,
    `  contract: ${contract}`,
    `  sent ${request.method} ${request.url}${bodyText(request.body)}`,
    `  received ${response.status}${bodyText(response.body)}`,
  ].join('\n');
}

function bodyText(body: string | undefined): string {
  if (body === undefined || body === '') return '';
  return ` ${body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}…` : body}`.replaceAll('\n', ' ');
}

function seenTable(seen: readonly SeenAnswer[]): string {
  return textTable(
    ['operation', 'returned', 'status', 'count', 'wrong', 'first seen', 'last seen', 'example'],
    seen.map(({ operation, scenario, count, wrong, firstSeen, lastSeen, example }) => [
      operation,
      scenario ?? '(undocumented)',
      String(example.status),
      String(count),
      wrong === 0 ? '' : String(wrong),
      firstSeen ?? '',
      lastSeen === firstSeen ? '' : (lastSeen ?? ''),
      `${example.method} ${example.path}`,
    ]),
  );
}

function seenText({ count, firstSeen, lastSeen }: SeenBetween): string {
  if (count === 1) return firstSeen === null ? 'seen once' : `seen once, at ${firstSeen}`;
  return firstSeen === null ? `seen ${count} times` : `seen ${count} times, from ${firstSeen} to ${lastSeen}`;
}

function skippedLines({ skipped }: TrafficReport): readonly string[] {
  return Object.entries(skipReasons).flatMap(([reason, words]) => {
    const count = Object.entries(skipped).find(([each]) => each === reason)?.[1];
    return count === undefined ? [] : [`${count} exchanges ${words}`];
  });
}

function problemLines({ sources }: TrafficReport): readonly string[] {
  return sources.flatMap(({ name, problems, moreProblems }) => [
    ...problems.map((problem) => `${name}: ${problem}`),
    ...(moreProblems === 0 ? [] : [`${name}: ${moreProblems} more problems like these`]),
  ]);
}

function linesUnder(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];
}

function summaryLine(
  { summary, sources }: TrafficReport,
  paint: (style: 'red' | 'green', text: string) => string,
): string {
  const { ok, exchanges, judged, findings, notes } = summary;
  const isUnread = sources.some(({ problems }) => problems.length > 0);
  const verdict = judged === 0 ? 'NOTHING JUDGED' : !ok ? 'FAILED' : isUnread ? 'INCOMPLETE' : 'PASSED';
  const counts = `${judged} of ${exchanges} exchanges judged, ${findings} findings, ${notes} notes`;
  return `${paint(verdict === 'PASSED' ? 'green' : 'red', verdict)}  ${counts}`;
}
