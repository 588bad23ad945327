import type { OperationId } from '../../src/contract/index.ts';
import type { CellScenario } from '../../src/plan/index.ts';

/** Where the site has what it has. */
export const paths = {
  front: 'index.html',
  failures: 'scenarios/index.html',
  operations: 'operations/index.html',
  reference: 'reference.html',
  guides: 'guides/index.html',
  style: 'assets/site.css',
  script: 'assets/site.js',
  icon: 'assets/icon.svg',
  referenceStyle: 'assets/reference.css',
  referenceBundle: 'assets/scalar.js',
  referenceScript: 'assets/reference.js',
  contract: 'openapi.json',
  catalogue: 'catalogue.json',
  envelopeSchema: 'envelope.schema.json',
} as const;

/** Where the page of a scenario stands; success has one as well. */
export function scenarioPath(scenario: CellScenario): string {
  return `scenarios/${scenario}.html`;
}

/** Where the page of an operation stands. */
export function operationPath(operationId: OperationId): string {
  return `operations/${operationId}.html`;
}
