import { document } from '../../src/contract/document/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';
import type { PlannedCase } from '../../src/plan/index.ts';

/** The contract as one document with the root as its server, because the peers do not support server variables. */
export const servedDocument: Record<string, unknown> = {
  ...document,
  servers: [{ url: '/' }],
};

/** Returns a path by which a validator finds the operation of a case, or `undefined` if the case has no operation. */
export function documentedPath({ operationId }: PlannedCase): string | undefined {
  if (operationId === 'outsideOperations') return undefined;
  return contract.operations[operationId].path.replace(/\{\w+\}/g, 'any');
}

/** Returns the documented example of the response to a case, or `undefined` if it has no body. */
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
