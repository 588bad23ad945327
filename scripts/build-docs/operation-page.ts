import type { OperationId } from '../../src/contract/index.ts';
import { contract, documentedScenarios } from '../../src/contract/index.ts';
import type { DocumentedOperation } from '../../src/explanation/index.ts';
import { documentedOperation, documentedScenario } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { exchangeMarkup } from './exchange-markup.ts';
import type { RecordedExchange } from './exchanges.ts';
import { headingMarkup } from './heading.ts';
import { linkFrom } from './links.ts';
import { markdownMarkup } from './markdown.ts';
import type { Page } from './page.ts';
import { operationPath, paths, scenarioPath } from './paths.ts';
import { proseMarkup } from './prose-markup.ts';
import { scrollable } from './scrollable.ts';
import { statusMarkup } from './status-markup.ts';

/** The page of an operation: its description, parameters, successful response and failures. */
export function operationPage(operationId: OperationId, exchanges: readonly RecordedExchange[]): Page {
  const path = operationPath(operationId);
  const { method, path: template } = contract.operations[operationId];
  const documented = documentedOperation(operationId);
  const example = exchanges.find((each) => each.operationId === operationId && each.scenario === 'success');
  if (example === undefined) throw new Error(`The plan for the mock has no successful request for ${operationId}`);
  const parts = [
    { id: 'takes', title: 'Parameters', body: takesMarkup(documented) },
    {
      id: 'success',
      title: 'Success',
      body: markup`<p>${documented.success}</p>\n${exchangeMarkup(example)}`,
    },
    { id: 'failures', title: 'Failures', body: failuresMarkup(operationId, path) },
  ];
  return {
    path,
    title: documented.summary,
    shortTitle: operationId,
    description: `${operationId}: ${documented.summary}.`,
    section: 'operations',
    headings: parts,
    body: markup`<p class="lead"><span class="status method">${method}</span> <code>${template}</code> <span class="quiet">operation</span> <code>${operationId}</code></p>
${markdownMarkup(documented.description)}
${parts.map((part) => markup`<section aria-labelledby="${part.id}">${headingMarkup(part)}${part.body}</section>\n`)}`,
  };
}

/** The page that lists all operations. */
export function operationsPage(): Page {
  const rows = contract.operationIds.map((id) => {
    const { method, path, success } = contract.operations[id];
    const link = linkFrom(paths.operations, operationPath(id));
    return markup`<tr><th scope="row"><a href="${link}"><code>${id}</code></a></th><td>${documentedOperation(id).summary}</td><td><code>${method} ${path}</code></td><td>${success}</td></tr>\n`;
  });
  const table = markup`<table><thead><tr><th scope="col">Operation</th><th scope="col">Summary</th><th scope="col">Request</th><th scope="col">Success</th></tr></thead>
<tbody>
${rows}</tbody></table>`;
  return {
    path: paths.operations,
    title: 'Operations',
    description: 'The operations that every entity of a workspace has.',
    section: 'operations',
    headings: [],
    body: markup`<p class="lead">Every entity of a workspace has the same operations. The page of each operation lists all its failures.</p>
${scrollable('Operations', table)}
<p>Paths are relative to <code>${contract.servers.server.basePath}/{orgSlug}/{workspaceSlug}</code>. An API key belongs to one workspace. The <a href="${linkFrom(paths.operations, paths.reference)}">API reference</a> has every schema and can send requests to the mock.</p>`,
  };
}

function takesMarkup({ parameters, body }: DocumentedOperation): Markup {
  const rows = parameters.map(
    ({ name, in: place, required, description }) =>
      markup`<div><dt><code>${name}</code> <span class="quiet">${place}${required ? ', required' : ''}</span></dt><dd>${proseMarkup(description.trim())}</dd></div>\n`,
  );
  const bodyRow =
    body === undefined
      ? undefined
      : markup`<div><dt>body <span class="quiet">JSON, required</span></dt><dd>${proseMarkup(body)}</dd></div>\n`;
  return markup`<dl class="facts">${rows}${bodyRow}</dl>`;
}

function failuresMarkup(operationId: OperationId, path: string): Markup {
  const rows = documentedScenarios(operationId).map((name) => {
    const { status, code, template } = contract.scenarios[name];
    return markup`<tr><td>${statusMarkup(status)}</td><td><code>${code}</code></td><th scope="row"><a href="${linkFrom(path, scenarioPath(name))}">${documentedScenario(name).summary}</a></th><td>${template ?? 'free text'}</td></tr>\n`;
  });
  const table = markup`<table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Scenario</th><th scope="col">Message</th></tr></thead>
<tbody>
${rows}</tbody></table>`;
  return scrollable(`Failures of ${operationId}`, table);
}
