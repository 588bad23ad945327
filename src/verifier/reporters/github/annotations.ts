import { contract } from '../../../contract/index.ts';
import type { Finding, Report } from '../../report/report.ts';
import type { Alike } from '../alike.ts';
import { alike, othersOf } from '../alike.ts';
import { runProblemOf } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { adviceFor, reasonsOf } from '../reasons.ts';
import { remarksOf } from '../remarks.ts';
import { shortened, visible } from '../text/visible.ts';
import { counted } from '../text/words.ts';

/** GitHub shows ten errors and ten warnings per step, and silently drops the rest. */
const MOST = 10;

const LONGEST_MESSAGE = 1000;

/** The kinds of annotations that GitHub knows. */
type Kind = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly title: string;
  readonly message: string;
}

/**
 * Returns workflow commands for GitHub Actions, which shows them as annotations of the run: an error for each kind of finding, in
 * the order of the contract, and for everything else that fails the run; a warning for each kind of note, each leftover record,
 * and each kind of finding if none of them fails the run; a notice for each list of remarks. Empty if there is nothing to say.
 */
export function githubAnnotations(report: Report): string {
  const { unsent, missing } = reasonsOf(report);
  const problem = runProblemOf(report);
  const findings = ofFindings(report.findings);
  const errors = [
    ...(problem === undefined ? [] : [{ title: problem.title, message: problem.reason }]),
    ...(report.summary.ok ? [] : findings),
    ...unsent.map(ofReason('Failed without a response to judge')),
    ...missing.map(ofReason('Not provoked', adviceFor(report))),
    ...report.stale.map(({ fingerprint, message, reason }) => ({
      title: `Known finding no longer occurs: ${fingerprint}`,
      message: `Remove it from the list of known findings: ${message}\nReason in the list: ${reason}`,
    })),
  ];
  const warnings = [
    ...(report.summary.ok ? findings : []),
    ...ofFindings(report.notes),
    ...report.leftovers.map(({ collection, record, reason }) => ({
      title: `Leftover record: ${collection}/${record}`,
      message: reason,
    })),
  ];
  const notices = remarksOf(report).map(({ title, lines }) => ({ title, message: lines.join('\n') }));
  return [...commands('error', errors), ...commands('warning', warnings), ...commands('notice', notices)]
    .map((line) => `${line}\n`)
    .join('');
}

function ofFindings(findings: readonly Finding[]): readonly Annotation[] {
  const sorted = findings.toSorted(
    (one, other) => contract.operationKeys.indexOf(one.operationId) - contract.operationKeys.indexOf(other.operationId),
  );
  return alike(sorted).map(ofGroup);
}

function ofGroup(group: Alike): Annotation {
  const [{ check, operationId, scenario, variant, message, contract, curl }, ...others] = group;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return {
    title: `${check}: ${operationId} ${scenario} (${variant})${more}`,
    message: [
      shortened(message, LONGEST_MESSAGE),
      `Contract: ${contract}`,
      `Repeat: ${curl}`,
      ...(others.length === 0 ? [] : [`Also: ${othersOf(group)}`]),
    ].join('\n'),
  };
}

function ofReason(title: string, advice?: string): (reason: Reason) => Annotation {
  return ({ reason, cases }) => ({
    title: `${title}: ${reason}`,
    message: advice === undefined ? cases : `${cases}\n${advice}`,
  });
}

function commands(kind: Kind, annotations: readonly Annotation[]): readonly string[] {
  if (annotations.length <= MOST) return annotations.map(({ title, message }) => command(kind, title, message));
  const shown = annotations.slice(0, MOST - 1);
  const rest = counted(annotations.length - shown.length, `more ${kind}`);
  const more = { title: rest, message: 'The step summary and the other reports list all of them.' };
  return [...shown, more].map(({ title, message }) => command(kind, title, message));
}

/** Escapes a command for the runner, like github.com/actions/toolkit, packages/core/src/command.ts. */
function command(kind: string, title: string, message: string): string {
  const escapedMessage = visible(message).replaceAll('%', '%25').replaceAll('\n', '%0A');
  const escapedTitle = visible(title)
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  return `::${kind} title=${escapedTitle}::${escapedMessage}`;
}
