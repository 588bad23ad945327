import type { Report } from '../../report/report.ts';
import { paintedMark } from '../matrix.ts';
import type { Paint } from '../paint.ts';
import { markOfRule, openRules, provenInWords, ruleRows } from '../rule-table.ts';
import { shortened, visibleLine } from '../text/visible.ts';

const LONGEST_LIST = 1000;

/** Lists the rules of the definition, a line for each column, and then those that are not proven with the reason; empty if none were tested. */
export function describeRules(report: Report, paint: Paint): readonly string[] {
  const { constraints } = report;
  if (constraints === null) return [];
  const rows = ruleRows(report).map((row) => ({ ...row, name: visibleLine(`${row.entity}.${row.column}`) }));
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const lines = rows.map(({ name, rules }) => {
    const marks = rules.map((rule) => `${paintedMark(markOfRule(rule), paint)} ${visibleLine(rule.constraint)}`);
    return `  ${name.padEnd(width)}${marks.join('  ')}`;
  });
  const open = openRules(report).map(
    ({ reason, rules }) => `  ${visibleLine(`${reason}: ${shortened(rules, LONGEST_LIST)}`)}`,
  );
  const title = paint.bold(`Constraints of the definition: ${provenInWords(constraints)}`);
  return [
    [title, ...lines].join('\n'),
    ...(open.length === 0 ? [] : [[paint.warn('Constraints that are not proven'), ...open].join('\n')]),
  ];
}
