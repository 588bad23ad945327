import type { Report } from '../../report/report.ts';
import { findingsForProbe } from '../findings-for.ts';
import { markOfProbe, marks } from '../marks.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { sign } from './matrix-table.ts';

/** Returns the probes with their marks. One that failed links to its first finding. `undefined` if none ran. */
export function probeList(report: Report, ids: Ids): Markup | undefined {
  if (report.probes.length === 0) return undefined;
  return markup`<section aria-labelledby="probes">
<h2 id="probes">Probes</h2>
<ul class="probes">
${report.probes.map((outcome) => {
  const { probe } = outcome;
  const mark = markOfProbe(outcome);
  const [first] = findingsForProbe(report, outcome);
  const target = mark === 'not-provoked' ? 'reasons' : first && ids.get(first);
  const inside = markup`${sign(mark)} ${probe}<span class="hidden">: ${marks[mark].meaning}</span>`;
  return markup`<li>${mark === 'passed' || target === undefined ? inside : markup`<a href="#${target}">${inside}</a>`}</li>\n`;
})}</ul>
</section>`;
}
