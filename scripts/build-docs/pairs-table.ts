import type { ScenarioName } from '../../src/contract/index.ts';
import { contract, isOperationId } from '../../src/contract/index.ts';
import { documentedPair, explanationOf, placesInWords } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { breakable } from './breakable.ts';
import { linkFrom } from './links.ts';
import type { PairRow } from './ordered-scenarios.ts';
import { pairRows } from './ordered-scenarios.ts';
import { operationPath, scenarioPath } from './paths.ts';
import { statusMarkup } from './status-markup.ts';

/**
 * The closed table: for each pair its scenarios with their messages and operations. A script filters it; without scripts, all
 * rows show.
 */
export function pairsTable(path: string): Markup {
  return markup`<form class="search" role="search" hidden>
<label for="filter">Filter by a word, a code or an operation, or paste a message or a whole response</label>
<input type="search" id="filter" name="q" autocomplete="off" spellcheck="false" aria-describedby="filtered">
<p id="filtered" role="status" class="quiet"></p>
</form>
<table class="pairs" id="pairs-table">
<thead><tr><th scope="col">Scenario</th><th scope="col">Message</th><th scope="col">Operations</th></tr></thead>
${pairRows.map((row) => pairGroup(row, path))}</table>`;
}

function pairGroup({ pair, scenarios: names }: PairRow, path: string): Markup {
  return markup`<tbody>
<tr class="pair"><th scope="rowgroup" colspan="3">${statusMarkup(pair.status)} <code>${pair.code}</code> <span class="quiet">${documentedPair(pair)}</span></th></tr>
${names.map((name) => scenarioRow(name, path))}</tbody>
`;
}

function scenarioRow(name: ScenarioName, path: string): Markup {
  const { template } = contract.scenarios[name];
  const { summary, example } = explanationOf(name);
  return markup`<tr data-scenario="${name}"><th scope="row"><a href="${linkFrom(path, scenarioPath(name))}">${summary}</a> <code class="quiet">${breakable(name)}</code></th>
<td>${template ?? markup`<span class="quiet">free text:</span> ${example}`}</td>
<td>${operationsOf(name, path)}</td></tr>
`;
}

function operationsOf(name: ScenarioName, path: string): Markup {
  const { places } = explanationOf(name);
  const words = placesInWords(places);
  const named = places.filter(isOperationId);
  if (words === 'every operation' || named.length === 0) return markup`${words}`;
  const links = named.map(
    (id, index) =>
      markup`${index === 0 ? '' : ', '}<a href="${linkFrom(path, operationPath(id))}">${breakable(id)}</a>`,
  );
  return markup`${words.includes(':') ? markup`${words.split(':')[0]}: ` : undefined}${links}`;
}
