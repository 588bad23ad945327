import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';

import { document } from '../contract/document/index.ts';
import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { Client } from './index.ts';
import { ApiError, TransportError, UnexpectedResponse } from './index.ts';
import { hostileClient } from './testing/hostile-client.ts';
import type { HostileAnswer } from './testing/hostile-order.ts';
import type { HostileServer } from './testing/hostile-server.ts';
import { startHostileServer } from './testing/hostile-server.ts';

const RUNS = 500;
const { operations, operationIds } = contract;

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const customer = { entityName: 'Customer' };
const calls = {
  listRecords: (client) => client.listRecords(customer),
  createRecord: (client) => client.createRecord({ ...customer, body: { name: 'Jane' } }),
  getRecord: (client) => client.getRecord({ ...customer, id: 1 }),
  updateRecord: (client) => client.updateRecord({ ...customer, id: 1, body: { name: 'Jane' } }),
  deleteRecord: (client) => client.deleteRecord({ ...customer, id: 1 }),
  bulkCreateRecords: (client) => client.bulkCreateRecords({ ...customer, body: [{}, {}] }),
  bulkUpdateRecords: (client) => client.bulkUpdateRecords({ ...customer, body: [{ id: 1 }, { id: 2 }] }),
  bulkDeleteRecords: (client) => client.bulkDeleteRecords({ ...customer, body: [1, 2] }),
} satisfies Record<OperationId, (client: Client) => Promise<{ readonly ok: boolean }>>;

// ---- what a server may send ------------------------------------------------------------------------------------------------

const examples = Object.values(document.components.examples).map(({ value }): unknown => value);

/** A documented body with one member replaced, removed or added. */
const bent = fc.tuple(fc.constantFrom(...examples), fc.jsonValue(), fc.nat()).map(([example, value, place]) => {
  const copy: unknown = structuredClone(example);
  const objects: Record<string, unknown>[] = [];
  const visit = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return;
    objects.push(each as Record<string, unknown>);
    Object.values(each).forEach(visit);
  };
  visit(copy);
  const target = objects[place % objects.length];
  if (target === undefined) return value;
  const names = [...Object.keys(target), 'more'];
  const name = names[place % names.length] ?? 'more';
  if (place % 3 === 0) delete target[name];
  else target[name] = value;
  return copy;
});

const json = fc
  .oneof({ weight: 4, arbitrary: bent }, fc.constantFrom(...examples), fc.jsonValue())
  .map((value) => JSON.stringify(value));
/** Any character. `fc.string({ unit: 'binary' })` first makes a table of all of them, which takes a second. */
const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code).toWellFormed());

const text = fc.oneof(
  { weight: 6, arbitrary: json },
  fc.tuple(json, fc.nat()).map(([whole, length]) => whole.slice(0, length % (whole.length + 1))),
  json.map((whole) => `\uFEFF${whole}`),
  fc.constantFrom('', ' ', 'null', 'undefined', '<html><body>502 Bad Gateway</body></html>', '{}{}', '"\\ud800"'),
  fc.string({ unit: character }),
);

const answer: fc.Arbitrary<HostileAnswer & { status: number; body: string }> = fc.record({
  status: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(200, 201, 204, 400, 401, 403, 404, 409, 422, 500) },
    fc.constantFrom(
      202,
      203,
      205,
      206,
      300,
      301,
      302,
      303,
      304,
      307,
      308,
      405,
      410,
      413,
      415,
      418,
      429,
      451,
      501,
      502,
      503,
      504,
      520,
      599,
    ),
  ),
  body: text,
  headers: fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=latin1',
        'text/html',
        'nonsense',
        '',
      ),
      'retry-after': fc.constantFrom('0', '1000', 'soon'),
      'x-request-id': fc.constantFrom('', 'a', 'b c'),
      location: fc.constantFrom('/', '//', 'http://127.0.0.1:1/', ':'),
      'content-encoding': fc.constantFrom('identity', 'gzip', 'nonsense'),
    },
    { requiredKeys: ['content-type'] },
  ),
  ending: fc.constantFrom('whole', 'whole', 'whole', 'whole', 'cut'),
});

// ---- what the contract documents -------------------------------------------------------------------------------------------

/** The contract without its limits (a longer list is still a list), and open to additional members. */
const loose: unknown = JSON.parse(JSON.stringify(document), (name, value: unknown) =>
  ['maximum', 'maxItems', 'minLength', 'discriminator', 'example', 'examples'].includes(name) || value === false
    ? undefined
    : value,
);
const ajv = new Ajv2020({ strict: false, logger: false }).addSchema({ $id: 'contract', ...(loose as object) });

/** Whether a body is what an operation documents for a status. */
function isDocumented(operationId: OperationId, status: number, body: unknown): boolean {
  const name = responseSchema(operationId, status);
  if (name === undefined || ajv.validate(`contract${name}`, body) !== true) return false;
  return operationId.startsWith('bulk') && status === 200 ? addsUp(body as Batch) : true;
}

function responseSchema(operationId: OperationId, status: number): string | undefined {
  const { method, path } = operations[operationId];
  const item: Record<string, unknown> = { ...document.paths[path] };
  const operation = item[method.toLowerCase()] as { responses: Record<string, { $ref?: string }> };
  const response = operation.responses[status];
  if (response === undefined) return undefined;
  const name = response.$ref?.split('/').at(-1);
  const responses: Record<string, object> = document.components.responses;
  const { content } = (name === undefined ? response : responses[name]) as {
    content?: { 'application/json': { schema: { $ref: string } } };
  };
  return content?.['application/json'].schema.$ref;
}

interface Batch {
  readonly succeeded: number;
  readonly failed: number;
  readonly errors?: readonly { readonly index: number }[];
}

/** Whether the counts and errors cover both items of the batch exactly once. */
function addsUp({ succeeded, failed, errors = [] }: Batch): boolean {
  const indices = new Set(errors.map(({ index }) => index));
  return (
    succeeded + failed === 2 &&
    errors.length === failed &&
    indices.size === failed &&
    [...indices].every((each) => each < 2)
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The result that the client must return for a complete response. */
function due(operationId: OperationId, status: number, body: string): 'data' | 'ApiError' | 'UnexpectedResponse' {
  const { success } = operations[operationId];
  if (status === 204 && success === 204) return 'data';
  if (!isDocumented(operationId, status, parse(body))) return 'UnexpectedResponse';
  return status === success ? 'data' : 'ApiError';
}

const STATUSES = [200, 201, 204, 400, 401, 403, 404, 409, 422, 500];

/** Exchanges exactly as documented: random generation rarely produces any. */
const documented = operationIds.flatMap((operationId) =>
  STATUSES.flatMap((status) =>
    examples
      .filter((example) => isDocumented(operationId, status, example))
      .map((example) => [operationId, { status, body: JSON.stringify(example) }] as const),
  ),
);
const exchanges = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...documented) },
  { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...operationIds), answer) },
);

describe('a call with any response', () => {
  it('ends in the result that the contract requires, and never throws', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(exchanges, async ([operationId, given]) => {
        const { client } = hostileClient(server.url, [given], {
          retry: { limit: 1, delay: 0, maxDelay: 0 },
          timeout: 5000,
        });
        const result = await calls[operationId](client);
        const kind = result.ok ? 'data' : result.error.name;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (!result.ok) {
          expect([ApiError, TransportError, UnexpectedResponse].some((each) => result.error instanceof each)).toBe(
            true,
          );
        }
        // The platform decides whether a response was truncated or corrupted, so a TransportError is always accepted.
        if (kind === 'TransportError') return;
        const body = result.ok
          ? given.body
          : result.error.name === 'UnexpectedResponse'
            ? result.error.body
            : given.body;
        // A byte order mark is not part of the text (WHATWG Encoding, section 6).
        expect(kind).toBe(due(operationId, given.status, body.replace(/^\uFEFF/, '')));
      }),
      { numRuns: RUNS },
    );
    expect([...seen.keys()].toSorted()).toEqual(['ApiError', 'TransportError', 'UnexpectedResponse', 'data']);
  });
});
