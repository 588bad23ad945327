import { markup } from '../../src/html/index.ts';
import { headingMarkup } from './heading.ts';
import type { Page } from './page.ts';
import { pairsTable } from './pairs-table.ts';
import { paths } from './paths.ts';
import { scenarioMatrix } from './scenario-matrix.ts';

/** The page of all failures: the closed table, to be searched, and the matrix of scenarios and operations. */
export function failuresPage(): Page {
  const table = { id: 'pairs', title: 'The closed table' };
  const matrix = { id: 'matrix', title: 'Scenarios by operation' };
  return {
    path: paths.failures,
    title: 'Every way to fail',
    description: 'The closed table of (status, code) pairs, the scenarios of each, and the operations that raise them.',
    section: 'failures',
    shortTitle: 'All of them',
    headings: [table, matrix],
    wide: true,
    body: markup`<p class="lead">A failed request answers one of these pairs of status and code, and no other. Each has one or more scenarios: the ways to fail, by name.</p>
<section aria-labelledby="${table.id}">${headingMarkup(table)}${pairsTable(paths.failures)}</section>
<section aria-labelledby="${matrix.id}">${headingMarkup(matrix)}
<p>Where there is a status, the operation can answer with that scenario; where there is none, it never does.</p>
${scenarioMatrix(paths.failures)}</section>`,
  };
}
