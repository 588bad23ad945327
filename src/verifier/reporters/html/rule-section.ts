import type { Report } from '../../report/report.ts';
import { marks } from '../marks.ts';
import { markOfRule, openRules, provenInWords, ruleRows } from '../rule-table.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { sign } from './matrix-table.ts';

/** Returns the rules of the definition by column. One that failed links to its first finding. `undefined` if none were tested. */
export function ruleSection(report: Report, ids: Ids): Markup | undefined {
  const { constraints, findings, known, notes } = report;
  if (constraints === null) return undefined;
  const all = [...findings, ...known, ...notes];
  return markup`<section aria-labelledby="constraints">
<h2 id="constraints">Constraints of the definition: ${provenInWords(constraints)}</h2>
<div class="scroll" role="region" aria-labelledby="constraints" tabindex="0">
<table class="rules">
<thead><tr><th scope="col">Entity</th><th scope="col">Column</th><th scope="col">Constraints</th></tr></thead>
<tbody>
${ruleRows(report).map(
  ({ entity, column, rules }) =>
    markup`<tr><td>${entity}</td><th scope="row">${column}</th><td>${rules.map((rule) => {
      const mark = markOfRule(rule);
      const found = all.find(
        ({ tests }) =>
          tests !== undefined &&
          tests.entity === entity &&
          tests.column === column &&
          tests.constraint === rule.constraint,
      );
      const target = mark === 'passed' ? undefined : mark === 'failed' ? found && ids.get(found) : 'unproven';
      const inside = markup`${sign(mark)} ${rule.rule}<span class="hidden">: ${meanings[rule.outcome]}</span>`;
      return markup`<span class="rule">${target === undefined ? inside : markup`<a href="#${target}">${inside}</a>`}</span> `;
    })}</td></tr>\n`,
)}</tbody>
</table>
</div>
${unproven(report)}</section>`;
}

const meanings = { proven: 'proven', failed: marks.failed.meaning, 'not-proven': 'not proven' } as const;

function unproven(report: Report): Markup | undefined {
  const open = openRules(report);
  if (open.length === 0) return undefined;
  return markup`<h3 id="unproven">Not proven</h3><ul class="lines">
${open.map(({ reason, rules }) => markup`<li>${reason}<br><span class="quiet">${rules}</span></li>\n`)}</ul>`;
}
