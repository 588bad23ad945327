import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

import type { ContractDocument } from './contract-document.ts';
import { methods } from './contract-document.ts';

type DescribedOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

const CONFIG = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** Returns the source of the responses of the mock. A module and not JSON, which old browsers and versions of Node do not import. */
export async function mockAnswersSource(document: ContractDocument): Promise<string> {
  const operations = JSON.stringify(await mockAnswers(document), null, 2);
  return `${DECLARATION}export const mockAnswers: { readonly operations: { readonly [Id in OperationId]: MockAnswers } } = {
  operations: ${operations},
};
`;
}

const DECLARATION = `import type { OperationId } from './catalogue.ts';

export interface MockAnswers {
  readonly defaults: Readonly<Record<string, string>>;
  /** The violations of a request that sends neither a parameter nor a body. */
  readonly violations: readonly string[];
  readonly answers: readonly { readonly status: number; readonly example?: string; readonly body?: unknown }[];
}

`;

/**
 * Requests every documented response of every operation from Prism, so that the mock does not need to run Prism for them.
 * @returns by operation: its responses, in the order of the document for each status; the defaults of its parameters; and the
 * violations that Prism reports for a request without parameters
 */
async function mockAnswers(document: ContractDocument): Promise<object> {
  // A copy, because Prism resolves references in place.
  const described = await getHttpOperationsFromSpec(structuredClone(document));
  const entries = await Promise.all(
    described.map(async (operation): Promise<readonly [string, object]> => [
      String(operation.iid),
      {
        defaults: defaultsOf(operation),
        violations: (await ask(operation, { validateRequest: true })).violations,
        answers: await Promise.all(documentedExamples(operation).map((each) => answerOf(operation, each))),
      },
    ]),
  );
  return Object.fromEntries(entries);
}

/** A response to request from Prism. A status without an example has no body. */
interface Documented {
  readonly status: number;
  readonly example?: string;
}

function documentedExamples({ responses }: DescribedOperation): readonly Documented[] {
  return responses.flatMap(({ code, contents = [] }) => {
    const examples = contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key));
    const status = Number(code);
    return examples.length === 0 ? [{ status }] : examples.map((example) => ({ status, example }));
  });
}

function defaultsOf({ request }: DescribedOperation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (request?.query ?? []).flatMap(({ name, schema }) =>
      schema?.default === undefined ? [] : [[name, String(schema.default)]],
    ),
  );
}

async function answerOf(operation: DescribedOperation, documented: Documented): Promise<object> {
  const { status, body } = await ask(operation, documented);
  // If Prism does not find the requested status, it returns another one.
  if (status !== documented.status)
    throw new Error(`Prism does not find the response ${documented.status} of ${operation.iid}`);
  return { ...documented, ...(body === undefined ? {} : { body }) };
}

const instance = createInstance(
  { ...CONFIG, mock: { dynamic: false } },
  { logger: createLogger('mock', { level: 'silent' }) },
);

async function ask(
  operation: DescribedOperation,
  { status, example, validateRequest = false }: Partial<Documented> & { readonly validateRequest?: boolean },
) {
  const method = methods.find((name) => name === operation.method);
  if (method === undefined) throw new Error(`The mock does not support the method ${operation.method}`);
  const result = await instance.request(
    // The path template matches itself.
    { method, url: { path: operation.path, query: {} }, headers: {} },
    [operation],
    {
      ...CONFIG,
      validateRequest,
      // A new object for every call, because Prism modifies it, which would affect the next response.
      mock: {
        dynamic: false,
        ...(status === undefined ? {} : { code: status }),
        ...(example === undefined ? {} : { exampleKey: example }),
      },
    },
  )();
  if (result._tag === 'Left') throw result.left;
  const { output, validations } = result.right;
  return { status: output.statusCode, body: output.body, violations: validations.input.map(({ message }) => message) };
}
