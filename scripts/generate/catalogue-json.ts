import type { ContractDocument } from './contract-document.ts';
import type { ContractResponse } from './operations.ts';
import { contractOperations, responsesOutsideOperations } from './operations.ts';

/** The catalogue as data, with its prose: every pair, every way to fail and every operation, for any language. */
export function catalogueJson(document: ContractDocument): object {
  const operations = contractOperations(document);
  const places = [
    ...operations.map(({ operationId, responses }) => ({ place: operationId, responses })),
    { place: 'outsideOperations', responses: responsesOutsideOperations(document) },
  ];
  const raisedIn = (name: string) => places.filter(({ responses }) => responses.some(lists(name)));
  return {
    version: document.info.version,
    pairs: document['x-error-table'],
    scenarios: Object.fromEntries(
      Object.entries(document.components.examples).flatMap(([name, { summary, description, value, ...example }]) => {
        const scenario = example['x-scenario'];
        if (scenario === undefined) return [];
        const { basis, retryable, template, values } = scenario;
        const status = raisedIn(name)
          .flatMap(({ responses }) => responses)
          .find(lists(name))?.status;
        const places = raisedIn(name).map(({ place }) => place);
        return [
          [name, { status, summary, description, basis, retryable, template, values, raisedBy: places, body: value }],
        ];
      }),
    ),
    operations: Object.fromEntries(
      operations.map(({ operationId, method, path, responses }) => [
        operationId,
        { method, path, success: responses.find(({ status }) => status < 400)?.status },
      ]),
    ),
    constraintMessages: document['x-constraint-messages'],
  };
}

function lists(name: string): (response: ContractResponse) => boolean {
  return ({ examples }) => Object.hasOwn(examples, name);
}
