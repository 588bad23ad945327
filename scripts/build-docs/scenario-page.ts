import type { ScenarioName } from '../../src/contract/index.ts';
import { contract, isOperationId } from '../../src/contract/index.ts';
import type { Explanation } from '../../src/explanation/index.ts';
import { basisInWords, explanationOf, placesInWords, retryInWords } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { exampleOf } from '../../src/plan/index.ts';
import { clientMarkup } from './client-markup.ts';
import { exchangeMarkup } from './exchange-markup.ts';
import type { RecordedExchange } from './exchanges.ts';
import { variantsOf } from './exchanges.ts';
import { headingMarkup } from './heading.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { operationPath, paths, scenarioPath } from './paths.ts';
import { proseMarkup } from './prose-markup.ts';
import { statusMarkup } from './status-markup.ts';
import { variantsMarkup } from './variants-markup.ts';

/**
 * The page of a scenario: what happened, how to fix it, and a request that triggers it.
 * @throws {Error} if the plan has no request that triggers the scenario on the mock
 */
export function scenarioPage(scenario: ScenarioName, exchanges: readonly RecordedExchange[]): Page {
  const explanation = explanationOf(scenario);
  const variants = variantsOf(scenario, exchanges);
  const chosen = exampleOf(scenario, exchanges);
  const example = exchanges.find((each) => each === chosen);
  if (example === undefined) {
    throw new Error(
      `The plan has no request that triggers ${scenario} on the mock. Add one in src/mock/mock-target.ts or src/plan/scenarios/${scenario}.ts`,
    );
  }
  const path = scenarioPath(scenario);
  const parts = [
    { id: 'what-happened', title: 'What happened', body: markup`<p>${proseMarkup(explanation.happened)}</p>` },
    {
      id: 'how-to-fix-it',
      title: 'How to fix it',
      body: markup`${explanation.remedy.map((paragraph) => markup`<p>${proseMarkup(paragraph)}</p>`)}`,
    },
    { id: 'facts', title: 'At a glance', body: factsMarkup(explanation, path) },
    {
      id: 'try-it',
      title: 'Try it',
      body: markup`<p>Start the mock with <code>npx workspace-api-mock</code>. It stores nothing, and returns the responses of the contract.</p>
${exchangeMarkup(example)}`,
    },
    { id: 'in-the-client', title: 'With the typed client', body: clientMarkup(example) },
    { id: 'variants', title: 'Variants', body: variantsMarkup(variants, example, path) },
  ];
  return {
    path,
    title: explanation.summary,
    shortTitle: scenario,
    description: `${scenario}: ${explanation.happened}`,
    section: 'failures',
    group: `${explanation.status} ${explanation.code}`,
    headings: parts,
    body: markup`<p class="lead">${statusMarkup(explanation.status)} <code>${explanation.code}</code> <span class="quiet">scenario</span> <code>${scenario}</code></p>
<blockquote class="message"><p>${explanation.example}</p></blockquote>
${parts.map((part) => markup`<section aria-labelledby="${part.id}">${headingMarkup(part)}${part.body}</section>\n`)}`,
  };
}

function factsMarkup({ template, places, retryable, basis }: Explanation, path: string): Markup {
  const facts: readonly (readonly [string, Markup])[] = [
    ['Message', template === undefined ? markup`free text` : markup`<code>${template}</code>`],
    ['Raised by', raisedBy(places, path)],
    ['Retryable', markup`${retryInWords(retryable)}`],
    ['Basis', markup`${basisInWords[basis]}`],
  ];
  return markup`<dl class="facts">${facts.map(([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>\n`)}</dl>`;
}

function raisedBy(places: Explanation['places'], path: string): Markup {
  const named = places.filter(isOperationId);
  if (named.length === 0) return markup`${placesInWords(places)}`;
  if (named.length === contract.operationIds.length) {
    return markup`<a href="${linkFrom(path, paths.operations)}">every operation</a>`;
  }
  const links = named.map(
    (id) =>
      markup`<li><a href="${linkFrom(path, operationPath(id))}"><code>${id}</code></a> <span class="quiet">${contract.operations[id].method} ${contract.operations[id].path}</span></li>`,
  );
  return markup`<ul class="plain">${links}</ul>`;
}
