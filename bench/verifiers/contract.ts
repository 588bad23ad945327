import { document } from '../../src/contract/document/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';
import type { PlannedCase } from '../../src/plan/index.ts';

/** The contract as one document, below the root as the peers want it: without server variables. */
export const servedDocument: Record<string, unknown> = {
  ...document,
  servers: [{ url: '/' }],
};

/** A path that a validator finds the operation of a case by, whatever was sent; `undefined` where there is no operation. */
export function documentedPath({ operationId }: PlannedCase): string | undefined {
  if (operationId === 'outsideOperations') return undefined;
  return contract.operations[operationId].path.replace(/\{\w+\}/g, 'any');
}

/** The example that the document has for the answer to a case; `undefined` where there is no body. */
export function documentedExample({ operationId, scenario, expected }: PlannedCase): unknown {
  if (scenario !== 'success') return valueOf(scenario);
  if (operationId === 'outsideOperations') return undefined;
  const { method, path } = contract.operations[operationId];
  const response = dig(servedDocument, ['paths', path, method.toLowerCase(), 'responses', String(expected.status)]);
  const followed = typeof dig(response, ['$ref']) === 'string' ? lookUp(String(dig(response, ['$ref']))) : response;
  const examples = dig(followed, ['content', contract.envelope.mediaType, 'examples']);
  const [name] = isObject(examples) ? Object.keys(examples) : [];
  return name === undefined ? undefined : valueOf(name);
}

function valueOf(example: string): unknown {
  return dig(servedDocument, ['components', 'examples', example, 'value']);
}

function lookUp(reference: string): unknown {
  return dig(servedDocument, reference.replace('#/', '').split('/'));
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), value);
}
