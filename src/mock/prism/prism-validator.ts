import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { DescribedParts } from '../../mock-core/index.ts';

/** Returns a message for everything in a request that violates the schemas of its parameters and its body. */
export type Validate = (operationId: OperationId, parts: DescribedParts) => Promise<readonly string[]>;

const CONFIG = {
  isProxy: false,
  // The mock checks API keys itself, because Prism accepts any bearer token.
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** Returns a function that validates requests against a bundled contract with Prism. */
export async function openValidator(document: object): Promise<Validate> {
  // Prism resolves references in place, so give it a copy.
  const described = await getHttpOperationsFromSpec(JSON.parse(JSON.stringify(document)));
  const instance = createInstance(CONFIG, { ...shortcuts, logger: quietLogger() });
  return async (operationId, { query, body }) => {
    const operation = described.find(({ iid }) => iid === operationId);
    if (operation === undefined) throw new Error(`The document has no operation ${operationId}: run npm run generate`);
    const result = await instance.request(
      {
        method: methodOf(operation.method),
        // The path template matches itself, and has no percent escapes, on which Prism throws.
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

/** The methods of OpenAPI, which are those that Prism supports. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

function methodOf(name: string): (typeof METHODS)[number] {
  const method = METHODS.find((each) => each === name);
  if (method === undefined) throw new Error(`OpenAPI has no method ${name}`);
  return method;
}

type Components = Parameters<typeof createInstance>[1];

/** Replaces Prism's routing and mocking, which cost more than validation: the operation and the responses are already known. */
const shortcuts: Pick<Components, 'route' | 'mock'> = {
  route: ({ resources: [operation] }) =>
    operation === undefined
      ? { _tag: 'Left', left: new Error('No operation to validate against') }
      : { _tag: 'Right', right: operation },
  mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }),
};

/** Returns one silent logger for all requests, because Prism would create a child logger for each. */
function quietLogger(): Components['logger'] {
  const logger = createLogger('mock', { level: 'silent' });
  return Object.assign(logger, { child: () => logger });
}
