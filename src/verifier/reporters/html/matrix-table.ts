import type { Report } from '../../report/report.ts';
import type { Cell, SenderMark } from '../cells.ts';
import { cellsOf, explainedMarks } from '../cells.ts';
import { findingsFor } from '../findings-for.ts';
import type { MarkName } from '../marks.ts';
import { marks } from '../marks.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

/** Returns the matrix. A mark that failed links to its first finding, and one that was not provoked to the reasons. */
export function matrixTable(report: Report, ids: Ids): Markup {
  const table = cellsOf(report);
  const { columns, rows } = table;
  return markup`<section aria-labelledby="matrix-title">
<h2 id="matrix-title">Scenarios by operation</h2>
<div class="scroll" role="region" aria-labelledby="matrix-title" tabindex="0">
<table class="matrix">
<thead><tr><th scope="col"><span class="hidden">Scenario</span></th>${columns.map(({ title }) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ scenario, cells }) =>
    markup`<tr><th scope="row">${breakable(scenario)}</th>${cells.map((cell) => markup`<td>${cell && cellMarks(cell, report, ids)}</td>`)}</tr>\n`,
)}</tbody>
</table>
</div>
<p class="legend">${explainedMarks(table).map((name) => markup`<span>${sign(name)} ${marks[name].meaning}</span> `)}<span>senders in each cell: ${report.senders.join(', ')}</span></p>
</section>`;
}

/** Returns the sign of a mark in its colour, hidden from screen readers. The caller must add its meaning as text. */
export function sign(name: MarkName): Markup {
  return markup`<span class="mark ${name}" aria-hidden="true">${marks[name].sign}</span>`;
}

function cellMarks({ place, scenario, marks: cell }: Cell, report: Report, ids: Ids): readonly Markup[] {
  return cell.map((each) => {
    const { sender, mark } = each;
    const target = targetOf(each, report, ids);
    const label = `${place} ${scenario} by ${sender}: ${marks[mark].meaning}`;
    return target === undefined
      ? markup`<span class="mark ${mark}" role="img" aria-label="${label}" title="${label}">${marks[mark].sign}</span>`
      : markup`<a class="mark ${mark}" href="#${target}" aria-label="${label}" title="${label}">${marks[mark].sign}</a>`;
  });
}

/** Returns the id of what explains a mark: its first finding, or the reasons. */
function targetOf({ mark, variants }: SenderMark, report: Report, ids: Ids): string | undefined {
  if (mark === 'passed' || mark === 'left-out') return undefined;
  const failed = variants.filter(({ outcome, known }) => outcome === 'failed' && (mark === 'known' || known !== true));
  const [first] = failed.flatMap((variant) => findingsFor(report, variant));
  return (first && ids.get(first)) ?? 'reasons';
}

/** Returns a name that can break between its words on narrow screens. */
function breakable(name: string): readonly Markup[] {
  return name.split(/(?=[A-Z])/).map((word, index) => (index === 0 ? markup`${word}` : markup`<wbr>${word}`));
}
