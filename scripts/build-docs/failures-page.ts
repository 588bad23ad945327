import { markup } from '../../src/html/index.ts';
import { headingMarkup } from './heading.ts';
import type { Page } from './page.ts';
import { pairsTable } from './pairs-table.ts';
import { paths } from './paths.ts';
import { scenarioMatrix } from './scenario-matrix.ts';

/** The page of all failures: the closed table with a search, and the matrix of scenarios and operations. */
export function failuresPage(): Page {
  const table = { id: 'pairs', title: 'The closed table' };
  const matrix = { id: 'matrix', title: 'Scenarios by operation' };
  return {
    path: paths.failures,
    title: 'All failures',
    description: 'The closed table of (status, code) pairs, the scenarios of each, and the operations that raise them.',
    section: 'failures',
    shortTitle: 'All failures',
    headings: [table, matrix],
    wide: true,
    body: markup`<p class="lead">Every failed request returns one of these pairs of status and code. Each pair has one or more scenarios, which are named ways to fail.</p>
<section aria-labelledby="${table.id}">${headingMarkup(table)}${pairsTable(paths.failures)}</section>
<section aria-labelledby="${matrix.id}">${headingMarkup(matrix)}
<p>A status in a cell means that the operation can return the scenario. An empty cell means that it never does.</p>
${scenarioMatrix(paths.failures)}</section>`,
  };
}
