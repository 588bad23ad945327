import type { OperationId } from '../../src/contract/index.ts';
import type { CellScenario } from '../../src/plan/index.ts';

/** The paths of the site's files. */
export const paths = {
  front: 'index.html',
  failures: 'scenarios/index.html',
  operations: 'operations/index.html',
  reference: 'reference.html',
  guides: 'guides/index.html',
  llms: 'llms.txt',
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

/** The path of a scenario's page. Success has a page too. */
export function scenarioPath(scenario: CellScenario): string {
  return `scenarios/${scenario}.html`;
}

/** The path of an operation's page. */
export function operationPath(operationId: OperationId): string {
  return `operations/${operationId}.html`;
}
