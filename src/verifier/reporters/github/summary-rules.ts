import type { Report } from '../../report/report.ts';
import { marks } from '../marks.ts';
import { markOfRule, openRules, provenInWords, ruleRows } from '../rule-table.ts';
import { shortened } from '../text/visible.ts';
import { folded, markdownText, tableRow } from './markdown.ts';

const LONGEST_TEXT = 500;

/** Returns the rules of the definition as a folded table; empty if none were tested. */
export function summaryRules(report: Report): readonly string[] {
  const { constraints } = report;
  if (constraints === null) return [];
  const rows = ruleRows(report).map(({ entity, column, rules }) =>
    tableRow([
      markdownText(`${entity}.${column}`),
      rules
        .map((rule) => {
          const mark = markOfRule(rule);
          return `${mark === 'failed' ? '❌' : marks[mark].sign} ${markdownText(rule.constraint)}`;
        })
        .join(', '),
    ]),
  );
  const table = [tableRow(['column', 'constraints']), tableRow(['---', '---']), ...rows].join('\n');
  const open = openRules(report).map(
    ({ reason, rules }) => `- ${markdownText(reason)}: ${markdownText(shortened(rules, LONGEST_TEXT))}`,
  );
  const blocks = [table, ...(open.length === 0 ? [] : ['Not proven:', open.join('\n')])];
  return [folded(`<b>Constraints of the definition</b>: ${provenInWords(constraints)}`, blocks)];
}
