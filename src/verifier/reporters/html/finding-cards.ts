import type { Finding } from '../../report/report.ts';
import type { Alike } from '../alike.ts';
import { alike } from '../alike.ts';
import { counted } from '../text/words.ts';
import { caseRow } from './case-row.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { contractOf, differenceMarkup, messageOf } from './finding-parts.ts';

/** Returns a card for each kind of finding: first what all of its cases have in common, then each case. */
export function findingCards(findings: readonly Finding[], ids: Ids): readonly Markup[] {
  return alike(findings).map((group) => card(group, ids));
}

function card(group: Alike, ids: Ids): Markup {
  const [first] = group;
  const [common, own] = separated(group, [differenceMarkup, contractOf]);
  const cases = group.length > 1 ? markup` <span class="quiet">${counted(group.length, 'case')}</span>` : undefined;
  const rows = group.map((finding) =>
    caseRow(finding, {
      id: ids.get(finding),
      title: markup`<b>${finding.operationId}</b> ${finding.variant}`,
      details: own.map((part) => part(finding)),
    }),
  );
  return markup`<article class="card">
<h3><span class="check">${first.check}</span> ${first.scenario}${cases}</h3>
${messageOf(first)}
${common.map((part) => part(first))}
<ul class="cases">
${rows}</ul>
</article>\n`;
}

type Part = (finding: Finding) => Markup;

/** Separates the parts that are the same for all cases from those that differ. */
function separated(group: Alike, all: readonly Part[]): readonly [readonly Part[], readonly Part[]] {
  const isCommon = (part: Part): boolean => new Set(group.map((finding) => part(finding).text)).size === 1;
  return [all.filter(isCommon), all.filter((part) => !isCommon(part))];
}
