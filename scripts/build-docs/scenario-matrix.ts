import type { OperationId, OperationKey } from '../../src/contract/index.ts';
import { contract, documentedScenarios } from '../../src/contract/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { breakable } from './breakable.ts';
import { linkFrom } from './links.ts';
import { orderedScenarios } from './ordered-scenarios.ts';
import { operationPath, scenarioPath } from './paths.ts';
import { scrollable } from './scrollable.ts';
import { statusMarkup } from './status-markup.ts';

/**
 * The matrix of scenarios and operations, with links to their pages. It has a row for success and a column for requests outside
 * operations.
 */
export function scenarioMatrix(path: string): Markup {
  const columns: readonly OperationKey[] = [...contract.operationIds, 'outsideOperations'];
  const head = columns.map((place) => markup`<th scope="col">${columnHead(place, path)}</th>`);
  const success = row(path, 'success', columns, (place) =>
    place === 'outsideOperations' ? undefined : contract.operations[place].success,
  );
  const rows = orderedScenarios.map((name) =>
    row(path, name, columns, (place) =>
      documentedScenarios(place).includes(name) ? contract.scenarios[name].status : undefined,
    ),
  );
  return scrollable(
    'Scenarios by operation',
    markup`<table class="matrix">
<thead><tr><th scope="col">Scenario</th>${head}</tr></thead>
<tbody>
${success}${rows}</tbody></table>`,
  );
}

function columnHead(place: OperationKey, path: string): Markup {
  if (place === 'outsideOperations') return markup`outside`;
  return markup`<a href="${linkFrom(path, operationPath(place))}">${breakable(shortName(place))}</a>`;
}

/** Returns `list` for `listRecords`, because all operations are on records. */
function shortName(operationId: OperationId): string {
  return operationId.replace(/Records?$/, '');
}

function row(
  path: string,
  scenario: Parameters<typeof scenarioPath>[0],
  columns: readonly OperationKey[],
  statusOf: (place: OperationKey) => number | undefined,
): Markup {
  const cells = columns.map((place) => {
    const status = statusOf(place);
    return status === undefined ? markup`<td></td>` : markup`<td>${statusMarkup(status)}</td>`;
  });
  return markup`<tr><th scope="row"><a href="${linkFrom(path, scenarioPath(scenario))}">${breakable(scenario)}</a></th>${cells}</tr>\n`;
}
