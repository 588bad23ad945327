import type { Report } from '../../report/report.ts';
import { alikeNotes } from '../alike.ts';
import type { Reason } from '../reasons.ts';
import { adviceFor, reasonsOf } from '../reasons.ts';
import type { Remark } from '../remarks.ts';
import { remarksOf } from '../remarks.ts';
import { shortened } from '../text/visible.ts';
import { counted } from '../text/words.ts';
import { caseRow } from './case-row.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { contractOf, differenceMarkup, messageOf } from './finding-parts.ts';

const LONGEST_MESSAGE = 500;

/** Returns everything except findings: what was not judged and why, known findings, notes, and leftover records. */
export function remainder(report: Report, ids: Ids): readonly (Markup | undefined)[] {
  return [
    reasons(report),
    ...remarksOf(report).map(remark),
    known(report, ids),
    stale(report),
    notes(report, ids),
    leftovers(report),
  ];
}

function reasons(report: Report): Markup | undefined {
  const { unsent, missing, allowed } = reasonsOf(report);
  if (unsent.length + missing.length + allowed.length === 0) return undefined;
  return markup`<section aria-labelledby="reasons"><h2 id="reasons">Not judged</h2>
${reasonList('Failed without a response to judge', unsent)}
${reasonList('Not provoked (fails the run)', missing, markup`<p class="quiet">${adviceFor(report)}</p>`)}
${reasonList('Not provoked (allowed)', allowed)}</section>`;
}

function reasonList(title: string, all: readonly Reason[], advice?: Markup): Markup | undefined {
  if (all.length === 0) return undefined;
  const lines = all.map(({ reason, cases }) => markup`<li>${reason}<br><span class="quiet">${cases}</span></li>\n`);
  return markup`<h3>${title}</h3>${advice}<ul class="lines">${lines}</ul>`;
}

function remark({ id, title, lines }: Remark): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="lines">
${lines.map((line) => markup`<li>${line}</li>\n`)}</ul></section>`;
}

function known(report: Report, ids: Ids): Markup | undefined {
  if (report.known.length === 0) return undefined;
  return markup`<section aria-labelledby="known"><h2 id="known">Known findings, which do not fail the run</h2>
<ul class="cases">
${report.known.map((finding) => {
  const { check, operationId, scenario, variant, reason } = finding;
  const title = markup`<span class="check">${check}</span> <b>${operationId}</b> ${scenario} ${variant}: ${reason}`;
  return caseRow(finding, {
    id: ids.get(finding),
    title,
    details: [messageOf(finding), differenceMarkup(finding), contractOf(finding)],
  });
})}</ul></section>`;
}

function stale(report: Report): Markup | undefined {
  if (report.stale.length === 0) return undefined;
  return markup`<section aria-labelledby="stale"><h2 id="stale">Known findings that no longer occur</h2>
<p>Remove them from the list of known findings. The run fails until you do, so that the list stays current.</p>
<ul class="lines">
${report.stale.map(({ fingerprint, message, reason }) => markup`<li><span class="check">${fingerprint}</span> ${message}<br><span class="quiet">${reason}</span></li>\n`)}</ul></section>`;
}

function notes(report: Report, ids: Ids): Markup | undefined {
  if (report.notes.length === 0) return undefined;
  return markup`<section aria-labelledby="notes"><h2 id="notes">Notes</h2>
<p>Violations of rules that this project added.</p>
${alikeNotes(report.notes).map(
  (
    group,
  ) => markup`<details class="card"><summary><span class="check">${group[0].check}</span> ${shortened(group[0].message, LONGEST_MESSAGE)} <span class="quiet">${group[0].scenario}, ${counted(group.length, 'case')}</span></summary>
<ul class="cases">
${group.map((note) => caseRow(note, { id: ids.get(note), title: markup`<b>${note.operationId}</b> ${note.variant}`, details: [differenceMarkup(note), contractOf(note)] }))}</ul></details>\n`,
)}</section>`;
}

function leftovers(report: Report): Markup | undefined {
  if (report.leftovers.length === 0) return undefined;
  return markup`<section aria-labelledby="leftovers"><h2 id="leftovers">Leftover records</h2>
<p>This run created these records and could not delete them.</p>
<ul class="lines">
${report.leftovers.map(({ collection, record, reason }) => markup`<li>${collection}/${record}<br><span class="quiet">${reason}</span></li>\n`)}</ul></section>`;
}
