import type { Finding } from '../../report/report.ts';
import type { Alike } from '../alike.ts';
import { alike } from '../alike.ts';
import { counted } from '../text/words.ts';
import { caseRow } from './case-row.ts';
import type { Ids } from './ids.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { toldContract, toldDifference, toldMessage } from './told.ts';

/** A card for each kind of finding: what all of its cases have in common is told once, and below it stands each case. */
export function findingCards(findings: readonly Finding[], ids: Ids): readonly Markup[] {
  return alike(findings).map((group) => card(group, ids));
}

function card(group: Alike, ids: Ids): Markup {
  const [first] = group;
  const [common, own] = partTold(group, [toldDifference, toldContract]);
  const cases = group.length > 1 ? markup` <span class="quiet">${counted(group.length, 'case')}</span>` : undefined;
  const rows = group.map((finding) =>
    caseRow(finding, {
      id: ids.get(finding),
      title: markup`<b>${finding.operationId}</b> ${finding.variant}`,
      told: own.map((tell) => tell(finding)),
    }),
  );
  return markup`<article class="card">
<h3><span class="check">${first.check}</span> ${first.scenario}${cases}</h3>
${toldMessage(first)}
${common.map((tell) => tell(first))}
<ul class="cases">
${rows}</ul>
</article>\n`;
}

type Tell = (finding: Finding) => Markup;

/** What is told of all cases in the same words, and what of each in its own. */
function partTold(group: Alike, all: readonly Tell[]): readonly [readonly Tell[], readonly Tell[]] {
  const isCommon = (tell: Tell): boolean => new Set(group.map((finding) => tell(finding).text)).size === 1;
  return [all.filter(isCommon), all.filter((tell) => !isCommon(tell))];
}
