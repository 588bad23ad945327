import type { Finding, Report } from '../../report/report.ts';
import { alikeNotes, othersOf } from '../alike.ts';
import type { Reason } from '../reasons.ts';
import { adviceFor, reasonsOf } from '../reasons.ts';
import { remarksOf } from '../remarks.ts';
import { shortened } from '../text/visible.ts';
import { folded, markdownText } from './markdown.ts';

const LONGEST_TEXT = 500;

/** Returns everything except findings: what was not judged and why, known findings, notes, and leftover records. */
export function summaryRemainder(report: Report): readonly string[] {
  const { unsent, missing, allowed } = reasonsOf(report);
  const { known, stale, notes, leftovers } = report;
  return [
    ...section('Failed without a response to judge', unsent.map(lineOfReason)),
    ...section('Not provoked (fails the run)', missing.map(lineOfReason), markdownText(adviceFor(report))),
    ...foldedSection('Not provoked (allowed)', allowed.map(lineOfReason)),
    ...remarksOf(report).flatMap(({ title, lines }) => section(title, lines.map(text))),
    ...section('Known findings that no longer occur: remove them from the list', stale.map(lineOfStale)),
    ...foldedSection('Known findings, which do not fail the run', known.map(lineOfKnown)),
    ...foldedSection('Notes: violations of rules that this project added', alikeNotes(notes).map(lineOfNotes)),
    ...section(
      'Leftover records that this run could not delete',
      leftovers.map(({ collection, record, reason }) => text(`${collection}/${record}: ${reason}`)),
    ),
  ];
}

function section(title: string, lines: readonly string[], after?: string): readonly string[] {
  if (lines.length === 0) return [];
  return [`### ${title}`, list(lines), ...(after === undefined ? [] : [after])];
}

function foldedSection(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [folded(`<b>${title}</b>`, [list(lines)])];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function lineOfReason({ reason, cases }: Reason): string {
  return `${text(reason)}: ${text(cases)}`;
}

function lineOfStale({ fingerprint, message, reason }: Report['stale'][number]): string {
  return `**${text(fingerprint)}** ${text(message)}: ${text(reason)}`;
}

function lineOfKnown({ check, operationId, scenario, reason }: Report['known'][number]): string {
  return `**${text(check)}** at ${text(`${operationId} ${scenario}`)}: ${text(reason)}`;
}

function lineOfNotes(group: readonly [Finding, ...Finding[]]): string {
  const [{ check, operationId, scenario, message }, ...others] = group;
  const also = others.length === 0 ? '' : `, ${othersOf(group)}`;
  return `**${check}** ${text(message)} (${text(`${scenario} on ${operationId}${also}`)})`;
}

function text(long: string): string {
  return markdownText(shortened(long, LONGEST_TEXT));
}
