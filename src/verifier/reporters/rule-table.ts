import type { Report, RuleOutcome } from '../report/report.ts';
import type { MarkName } from './marks.ts';

/** The rules of one column. */
export interface RuleRow {
  readonly entity: string;
  readonly column: string;
  readonly rules: readonly RuleOutcome[];
}

/** Returns the rules of the definition by column; empty if the run tested none. */
export function ruleRows({ constraints }: Report): readonly RuleRow[] {
  const groups = Map.groupBy(constraints?.rules ?? [], ({ entity, column }) => `${entity}.${column}`);
  return [...groups.values()].flatMap((rules) => {
    const [first] = rules;
    return first === undefined ? [] : [{ entity: first.entity, column: first.column, rules }];
  });
}

/** Returns the mark of a rule. */
export function markOfRule({ outcome }: RuleOutcome): MarkName {
  return ({ proven: 'passed', failed: 'failed', 'not-proven': 'not-provoked' } as const)[outcome];
}

/** Returns how many rules are proven, in words: `41 of 43 constraints proven`. */
export function provenInWords({ declared, proven }: NonNullable<Report['constraints']>): string {
  return `${proven} of ${declared} ${declared === 1 ? 'constraint' : 'constraints'} proven`;
}

/** Rules that are not proven for the same reason. */
export interface OpenRules {
  readonly reason: string;
  /** `Ticket.title PATTERN ^a, Ticket.number UNIQUE`. */
  readonly rules: string;
}

/** Returns the rules that did not fail but are not proven, by reason. */
export function openRules({ constraints }: Report): readonly OpenRules[] {
  const open = (constraints?.rules ?? []).filter(({ outcome }) => outcome === 'not-proven');
  return [...Map.groupBy(open, ({ reason = '' }) => reason)].map(([reason, rules]) => ({
    reason,
    rules: rules.map(({ entity, column, rule }) => `${entity}.${column} ${rule}`).join(', '),
  }));
}
