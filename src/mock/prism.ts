import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { OperationId } from '../contract/index.ts';
import { operations } from '../contract/index.ts';

/** What the contract's document answers with one of its examples. */
export interface DocumentedAnswer {
  readonly status: number;
  /** `undefined` where the status has no body. Prism gives the same object every time: copy it, never change it. */
  readonly body: unknown;
}

/** The names of the documented examples by status; none where the status has no body. */
export type ExampleNames = ReadonlyMap<number, readonly string[]>;

/** The parts of a request that the contract describes with schemas. */
export interface DescribedParts {
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` where the operation takes none. */
  readonly body: unknown;
}

/** The contract's document, as Prism reads it. */
export interface Prism {
  /** Which examples an operation documents. */
  examples(operationId: OperationId): ExampleNames;
  /** The values of the query parameters that were not sent, as texts. */
  defaults(operationId: OperationId): Readonly<Record<string, string>>;
  /** Everything in which a request breaks the schemas of its parameters and its body, in words. */
  violations(operationId: OperationId, parts: DescribedParts): Promise<readonly string[]>;
  /**
   * One documented answer; the first of the status where no example is named.
   * @throws {Error} when the operation does not document it.
   */
  answer(operationId: OperationId, status: number, example?: string): Promise<DocumentedAnswer>;
}

type DescribedOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

const CONFIG = {
  isProxy: false,
  // The front decides about keys: Prism takes any bearer for good.
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** Opens a bundled contract. */
export async function openPrism(document: object): Promise<Prism> {
  // A copy, because Prism resolves references in place.
  const described = await getHttpOperationsFromSpec(structuredClone(document));
  const instance = createInstance(
    { ...CONFIG, mock: { dynamic: false } },
    { logger: createLogger('mock', { level: 'silent' }) },
  );

  function find(operationId: OperationId): DescribedOperation {
    const operation = described.find(({ iid }) => iid === operationId);
    if (operation === undefined) throw new Error(`The document has no operation ${operationId}: run npm run generate`);
    return operation;
  }

  async function ask(
    operationId: OperationId,
    { status, example, parts }: { status: number; example?: string; parts?: DescribedParts },
  ) {
    const operation = find(operationId);
    const result = await instance.request(
      {
        method: METHODS[operations[operationId].method],
        // The template itself is a path that matches it, and has no escapes on which Prism throws.
        url: { path: operation.path, query: { ...parts?.query } },
        headers: parts?.body === undefined ? {} : { 'content-type': 'application/json' },
        body: parts?.body,
      },
      [operation],
      {
        ...CONFIG,
        validateRequest: parts !== undefined,
        // A fresh object on every call, because Prism writes into it and would answer the next call by it.
        mock: { dynamic: false, code: status, ...(example === undefined ? {} : { exampleKey: example }) },
      },
    )();
    if (result._tag === 'Left') throw result.left;
    return result.right;
  }

  return {
    examples: (operationId) =>
      new Map(
        find(operationId).responses.map(({ code, contents = [] }) => [
          Number(code),
          contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key)),
        ]),
      ),
    defaults: (operationId) =>
      Object.fromEntries(
        (find(operationId).request?.query ?? []).flatMap(({ name, schema }) =>
          schema?.default === undefined ? [] : [[name, String(schema.default)]],
        ),
      ),
    async violations(operationId, parts) {
      const { validations } = await ask(operationId, { status: operations[operationId].success, parts });
      return validations.input.map(({ message }) => message);
    },
    async answer(operationId, status, example) {
      const { output } = await ask(operationId, { status, ...(example === undefined ? {} : { example }) });
      // Prism answers another status where it does not find the one that was asked for.
      if (output.statusCode !== status) throw new Error(`${operationId} does not document ${status} ${example ?? ''}`);
      return { status, body: output.body };
    },
  };
}
