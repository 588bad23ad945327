import type { Report } from '../../report/report.ts';
import { durationOf, factsOf, knownAmong, runProblemOf, targetOf, verdictOf } from '../facts.ts';
import { counted } from '../text/words.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

/** Returns the verdict, the target, the settings of the run, and the counts, which link to their sections. */
export function overview(report: Report): Markup {
  const { summary, probes, constraints, stale, leftovers } = report;
  const open = probes.filter(({ outcome }) => outcome !== 'passed').length;
  const problem = runProblemOf(report);
  const verdict = summary.ok ? 'passed' : 'failed';
  return markup`<header>
<p class="quiet">Workspace API error contract</p>
<h1><span class="verdict ${verdict}">${verdictOf(report)}</span> <span class="target">${targetOf(report)}</span></h1>
${problem === undefined ? undefined : markup`<p>${problem.title}: ${problem.reason}</p>`}
<ul class="counts">
${count(summary.passed, 'passed', 'passed')}
${count(summary.failed, `failed${knownAmong(report, 'failed')}`, 'failed')}
${count(summary.notProvoked, `not provoked${knownAmong(report, 'not-provoked')}`, 'open', 'reasons')}
${probes.length > 0 ? count(probes.length - open, `of ${counted(probes.length, 'probe')}`, open === 0 ? 'passed' : 'failed', 'probes') : undefined}
${constraints === null ? undefined : count(constraints.proven, `of ${counted(constraints.declared, 'constraint')} proven`, constraints.proven === constraints.declared ? 'passed' : 'open', 'constraints')}
${count(summary.findings, summary.findings === 1 ? 'finding' : 'findings', 'failed', 'findings')}
${count(summary.notes, summary.notes === 1 ? 'note' : 'notes', 'quiet', 'notes')}
${summary.known > 0 ? count(summary.known, 'known', 'quiet', 'known') : undefined}
${stale.length > 0 ? count(stale.length, 'stale', 'failed', 'stale') : undefined}
${leftovers.length > 0 ? count(leftovers.length, leftovers.length === 1 ? 'leftover record' : 'leftover records', 'open', 'leftovers') : undefined}
</ul>
<dl class="facts">${Object.entries({ ...factsOf(report), took: durationOf(report) }).map(([name, text]) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
</header>`;
}

/** Returns a count. A count of zero is muted and has no link. */
function count(number: number, what: string, tone: string, target?: string): Markup {
  const inside = markup`<b>${number}</b> ${what}`;
  if (number === 0) return markup`<li class="quiet">${inside}</li>`;
  return markup`<li class="${tone}">${target === undefined ? inside : markup`<a href="#${target}">${inside}</a>`}</li>`;
}
