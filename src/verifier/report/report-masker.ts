import type { TestedRule } from '../../plan/index.ts';
import type { AnswerFacts, MaskName } from '../../judge/index.ts';
import type { Secrets } from '../../masking/index.ts';
import { maskerOf, secretsBesidesWords } from '../../masking/index.ts';
import type { Finding, Report } from './report.ts';

/** Functions that replace every secret in the parts of a report with the name of a variable. */
export interface ReportMasker {
  /** Masks a sentence. */
  readonly text: (text: string) => string;
  /** Masks the fingerprint and the message of a finding. */
  readonly name: MaskName;
  readonly report: (report: Report) => Report;
}

/**
 * Returns functions that mask a report. The names of operations, scenarios, variants, checks and probes are kept, whatever the
 * keys are: a key may be a word such as `expired`.
 */
export function reportMasker(secrets: Secrets): ReportMasker {
  const mask = maskerOf({ secrets });
  // The variant of a probe may contain a value of the target file.
  const maskVariant = maskerOf({ secrets: secretsBesidesWords(secrets) });
  const facts = (answer: AnswerFacts): AnswerFacts => membersOf(answer, mask);
  const fingerprintOf = ({ fingerprint, field }: Omit<Parameters<MaskName>[0], 'message'>): string =>
    field === undefined || !fingerprint.endsWith(`:${field}`)
      ? maskVariant(fingerprint)
      : maskVariant(fingerprint.slice(0, -field.length)) + mask(field);
  const name: MaskName = ({ message, ...others }) => ({ fingerprint: fingerprintOf(others), message: mask(message) });
  const outcome = <Each extends { readonly reason?: string; readonly unproven?: string }>(each: Each): Each => ({
    ...each,
    ...(each.reason === undefined ? {} : { reason: mask(each.reason) }),
    ...(each.unproven === undefined ? {} : { unproven: mask(each.unproven) }),
  });
  /** The names and the rule come from the definition. A key may be a word of it. */
  const tested = <Each extends TestedRule>(each: Each): Each => ({
    ...each,
    entity: maskVariant(each.entity),
    column: maskVariant(each.column),
    rule: maskVariant(each.rule),
  });
  /** Only the message in quotes can contain a value. */
  const clause = (text: string): string => {
    const [own = '', ...quoted] = text.split(/(?=")/);
    return maskVariant(own) + mask(quoted.join(''));
  };
  const finding = <Each extends Finding>(each: Each): Each => {
    const { variant, tests, field, expected, received, request, response } = each;
    return {
      ...each,
      ...name(each),
      variant: maskVariant(variant),
      contract: clause(each.contract),
      ...(tests === undefined ? {} : { tests: tested(tests) }),
      ...(field === undefined ? {} : { field: mask(field) }),
      ...(expected === undefined ? {} : { expected: facts(expected) }),
      ...(received === undefined ? {} : { received: facts(received) }),
      request: membersOf(request, mask),
      ...(response === undefined ? {} : { response: membersOf(response, mask) }),
      curl: mask(each.curl),
    };
  };
  return {
    text: mask,
    name,
    report: (report) => ({
      ...report,
      target: membersOf(report.target, mask),
      deviations: report.deviations.map(mask),
      hints: report.hints.map(mask),
      stopped: report.stopped === null ? null : outcome(report.stopped),
      outcomes: report.outcomes.map((each) => ({
        ...outcome(each),
        variant: maskVariant(each.variant),
        ...(each.tests === undefined ? {} : { tests: tested(each.tests) }),
      })),
      constraints: report.constraints && {
        ...report.constraints,
        rules: report.constraints.rules.map((each) => tested(outcome(each))),
      },
      probes: report.probes.map(outcome),
      findings: report.findings.map(finding),
      notes: report.notes.map(finding),
      known: report.known.map((each) => ({ ...finding(each), reason: mask(each.reason) })),
      stale: report.stale.map((each) => ({ ...name(each), reason: mask(each.reason) })),
      leftovers: report.leftovers.map((each) => membersOf(each, mask)),
    }),
  };
}

/** Masks the values of the members of an object, and keeps their names. Masking keeps the type of every value. */
function membersOf<Members extends object>(members: Members, mask: <Value>(value: Value) => Value): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, mask(value)])) as Members;
}
