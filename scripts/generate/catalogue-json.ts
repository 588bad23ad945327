import type { ContractDocument } from './contract-document.ts';
import type { ContractResponse } from './operations.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';

/** The catalogue as data with descriptions: every pair, scenario and operation, for use from any language. */
export function catalogueJson(document: ContractDocument): object {
  const operations = contractOperations(document);
  const owners = [...operations, { operationId: 'outsideOperations', responses: responsesOutsideOperations(document) }];
  const raisedIn = (name: string) => owners.filter(({ responses }) => responses.some(lists(name)));
  return {
    version: document.info.version,
    envelope: document['x-envelope'],
    pairs: document['x-error-table'],
    scenarios: Object.fromEntries(
      Object.entries(document.components.examples).flatMap(([name, { summary, description, value, ...example }]) => {
        const scenario = example['x-scenario'];
        if (scenario === undefined) return [];
        const { basis, retryable, template, values } = scenario;
        const status = raisedIn(name)
          .flatMap(({ responses }) => responses)
          .find(lists(name))?.status;
        const raisedBy = raisedIn(name).map(({ operationId }) => operationId);
        return [[name, { status, summary, description, basis, retryable, template, values, raisedBy, body: value }]];
      }),
    ),
    operations: Object.fromEntries(
      operations.map(({ operationId, method, path, responses }) => [
        operationId,
        { method, path, success: responses.find(({ status }) => status < 400)?.status },
      ]),
    ),
    precedence: document['x-precedence'],
    constraintMessages: document['x-constraint-messages'],
  };
}

function lists(name: string): (response: ContractResponse) => boolean {
  return ({ examples }) => Object.hasOwn(examples, name);
}
