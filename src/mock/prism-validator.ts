import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { OperationId } from '../contract/index.ts';
import { operations } from '../contract/index.ts';

/** The parts of a request that the contract describes with schemas. */
export interface DescribedParts {
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` where the operation takes none. */
  readonly body: unknown;
}

/** Tells everything in which a request breaks the schemas of its parameters and its body, in words. */
export type Validate = (operationId: OperationId, parts: DescribedParts) => Promise<readonly string[]>;

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

const CONFIG = {
  isProxy: false,
  // The front decides about keys: Prism takes any bearer for good.
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** Has Prism read a bundled contract, to hold requests against it. */
export async function openValidator(document: object): Promise<Validate> {
  // A copy, because Prism resolves references in place.
  const described = await getHttpOperationsFromSpec(structuredClone(document));
  const instance = createInstance(
    { ...CONFIG, mock: { dynamic: false } },
    { logger: createLogger('mock', { level: 'silent' }) },
  );
  return async (operationId, { query, body }) => {
    const operation = described.find(({ iid }) => iid === operationId);
    if (operation === undefined) throw new Error(`The document has no operation ${operationId}: run npm run generate`);
    const result = await instance.request(
      {
        method: METHODS[operations[operationId].method],
        // The template itself is a path that matches it, and has no escapes on which Prism throws.
        url: { path: operation.path, query: { ...query } },
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body,
      },
      [operation],
      // A fresh object on every call, because Prism writes into it and would answer the next call by it.
      { ...CONFIG, mock: { dynamic: false, code: operations[operationId].success } },
    )();
    if (result._tag === 'Left') throw result.left;
    return result.right.validations.input.map(({ message }) => message);
  };
}
