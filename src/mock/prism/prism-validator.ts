import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { DescribedParts } from '../core/documents.ts';

/** Tells everything in which a request breaks the schemas of its parameters and its body, in words. */
export type Validate = (operationId: OperationId, parts: DescribedParts) => Promise<readonly string[]>;

const CONFIG = {
  isProxy: false,
  // The front decides about keys: Prism takes any bearer for good.
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** Has Prism read a bundled contract, to hold requests against it. */
export async function openValidator(document: object): Promise<Validate> {
  // A copy, because Prism resolves references in place.
  const described = await getHttpOperationsFromSpec(structuredClone(document));
  const instance = createInstance(CONFIG, { ...shortcuts, logger: quietLogger() });
  return async (operationId, { query, body }) => {
    const operation = described.find(({ iid }) => iid === operationId);
    if (operation === undefined) throw new Error(`The document has no operation ${operationId}: run npm run generate`);
    const result = await instance.request(
      {
        method: methodOf(operation.method),
        // The template itself is a path that matches it, and has no escapes on which Prism throws.
        url: { path: operation.path, query: { ...query } },
        headers: body === undefined ? {} : { 'content-type': contract.envelope.mediaType },
        body,
      },
      [operation],
    )();
    if (result._tag === 'Left') throw result.left;
    return result.right.validations.input.map(({ message }) => message);
  };
}

/** The methods that Prism knows; those of OpenAPI. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

function methodOf(name: string): (typeof METHODS)[number] {
  const method = METHODS.find((each) => each === name);
  if (method === undefined) throw new Error(`OpenAPI has no method ${name}`);
  return method;
}

type Components = Parameters<typeof createInstance>[1];

/** What Prism need not look for here: the operation is known, and so is every answer. They cost it more than validation does. */
const shortcuts: Pick<Components, 'route' | 'mock'> = {
  route: ({ resources: [operation] }) =>
    operation === undefined
      ? { _tag: 'Left', left: new Error('There is no operation to validate against') }
      : { _tag: 'Right', right: operation },
  mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }),
};

/** Prism makes a logger for every request, to say nothing by it. */
function quietLogger(): Components['logger'] {
  const logger = createLogger('mock', { level: 'silent' });
  return Object.assign(logger, { child: () => logger });
}
