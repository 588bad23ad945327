import { styleText } from 'node:util';

import { coverageLine } from '../../coverage/index.ts';
import type { SeenAnswer, SeenBetween, TrafficFinding, TrafficReport } from '../../traffic/index.ts';
import { skipReasons } from '../../traffic/index.ts';
import { textTable } from '../terminal/text.ts';

/** The longest body to show, in characters. */
const LONGEST_BODY = 400;

/** How to show a report. */
export interface TextOptions {
  readonly colour: boolean;
  /** Whether notes fail the command, too. */
  readonly failsOnNotes: boolean;
  /** Whether every failure of the floor of coverage was judged. */
  readonly isKept: boolean;
}

/** Returns what traffic shows as text: what was returned, what is wrong with it, and what was not judged. */
export function trafficText(report: TrafficReport, options: TextOptions): string {
  const { colour } = options;
  const paint = (style: 'red' | 'green' | 'yellow', text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [
    ...(report.seen.length === 0 ? [] : [seenTable(report.seen).trimEnd()]),
    ...report.findings.map((finding, index) => findingText(paint('red', `Finding ${index + 1}`), finding)),
    ...report.notes.map((note, index) => findingText(paint('yellow', `Note ${index + 1}`), note)),
    ...linesUnder('Not judged', skippedLines(report)),
    ...linesUnder('Not read', problemLines(report)),
    ...linesUnder('Look at this', report.hints),
    [coverageLine(report.coverage), summaryLine(report, options, paint)].join('\n'),
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
    const found = Object.entries(skipped).find(([each]) => each === reason)?.[1];
    return found === undefined ? [] : [`${counted(found.count, 'exchange')} ${words}: ${found.example}`];
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
  report: TrafficReport,
  options: TextOptions,
  paint: (style: 'red' | 'green', text: string) => string,
): string {
  const { exchanges, judged, findings, notes } = report.summary;
  const verdict = verdictOf(report, options);
  const counts = [
    `${judged} of ${counted(exchanges, 'exchange')} judged`,
    counted(findings, 'finding'),
    counted(notes, 'note'),
  ];
  return `${paint(verdict === 'PASSED' ? 'green' : 'red', verdict)}  ${counts.join(', ')}`;
}

function verdictOf(report: TrafficReport, { failsOnNotes, isKept }: Omit<TextOptions, 'colour'>): string {
  const { findings, notes, judged } = report.summary;
  if (judged === 0) return 'NOTHING JUDGED';
  if (findings > 0 || (failsOnNotes && notes > 0)) return 'FAILED';
  if (!isKept) return 'BELOW THE FLOOR';
  return isComplete(report) ? 'PASSED' : 'INCOMPLETE';
}

/** Whether everything was read, and most responses of the API were recorded with their bodies. */
export function isComplete({ sources, skipped, summary }: TrafficReport): boolean {
  return sources.every(({ problems }) => problems.length === 0) && (skipped.bodyMissing?.count ?? 0) <= summary.judged;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
