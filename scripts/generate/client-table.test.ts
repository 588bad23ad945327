import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

import { clientTableSource } from './client-table.ts';
import type { ContractDocument, EnvelopeNames, ExampleObject } from './contract-document.ts';
import { readContract } from './contract-document.ts';
import { contractOperations } from './operations.ts';

const document = await readContract(new URL('../../openapi.yaml', import.meta.url));
const NAMES = document['x-envelope'];
const CUSTOMER = { entityName: 'Customer', id: 1 };
const CHANGE = { ...CUSTOMER, body: {} };
const NEW = { entityName: 'Customer', body: {} };

describe('a client of a contract with other envelope names', () => {
  const names = {
    mediaType: NAMES.mediaType,
    error: 'problem',
    code: 'kind',
    message: 'text',
    details: 'all-of-it',
    detail: { field: 'column', message: 'reason' },
  };
  const INVALID = {
    kind: 'VALIDATION_ERROR',
    text: 'Validation failed: 1 error(s)',
    'all-of-it': [{ column: 'name', reason: 'must not be blank', rejectedValue: '' }],
  };

  it('reads an error and returns it with the names of the client', async () => {
    const { call } = await clientOf(withNames(names));
    const { result } = await call('createRecord', NEW, 422, { problem: INVALID });
    expect(result).toMatchObject({
      error: {
        name: 'ApiError',
        code: 'VALIDATION_ERROR',
        message: 'Validation failed: 1 error(s)',
        scenario: 'validationError',
        details: [{ field: 'name', message: 'must not be blank', rejectedValue: '' }],
      },
    });
  });

  it.each([
    [{ [NAMES.error]: INVALID }],
    [{ problem: { ...INVALID, kind: undefined } }],
    [{ problem: { ...INVALID, text: undefined } }],
    [{ problem: { ...INVALID, 'all-of-it': undefined } }],
    [{ problem: { ...INVALID, 'all-of-it': [null] } }],
    [{ problem: { ...INVALID, 'all-of-it': ['name'] } }],
    [{ problem: { ...INVALID, 'all-of-it': [{ field: 'name', message: 'must not be blank' }] } }],
  ])('does not accept %j as an error', async (body) => {
    const { call } = await clientOf(withNames(names));
    expect((await call('createRecord', NEW, 422, body)).result).toMatchObject({ error: { why: 'wrong-shape' } });
  });

  it('reads the failures of a batch', async () => {
    const { call, bulkOutcomes } = await clientOf(withNames(names));
    const bulk = { succeeded: 0, failed: 1, errors: [{ index: 0, error: INVALID }] };
    const { result } = await call('bulkCreateRecords', { ...NEW, body: [{}] }, 200, bulk);
    expect(result).toMatchObject({ ok: true });
    expect(bulkOutcomes([{}], bulk)).toMatchObject([
      { error: { code: 'VALIDATION_ERROR', details: [{ field: 'name', message: 'must not be blank' }] } },
    ]);
  });
});

describe('a client of a contract that documents a gateway status', () => {
  const statuses = contractOperations(document).flatMap(({ responses }) => responses.map(({ status }) => status));
  const [own = NaN, other = NaN] = [503, 502, 504, 429].filter((status) => !statuses.includes(status));
  const envelope = envelopeOf('UNAVAILABLE', 'Come back later');

  it.each([
    ['as often as for a gateway if the scenario is retryable', true, 3],
    ['once if the scenario is not retryable', false, 1],
  ])('sends a request %s', async (_name, retryable, times) => {
    const { call } = await clientOf(withScenario('unavailable', own, envelope, { retryable }));
    const documented = await call('getRecord', CUSTOMER, own, envelope);
    expect(documented).toMatchObject({ result: { error: { scenario: 'unavailable' } }, sent: times });
    const html = await call('getRecord', CUSTOMER, own, '<html>');
    expect(html).toMatchObject({ result: { error: { why: 'wrong-shape' } }, sent: times });
  });

  it('treats undocumented gateway statuses as sent by a gateway', async () => {
    const { call } = await clientOf(withScenario('unavailable', own, envelope, { retryable: false }));
    expect((await call('getRecord', CUSTOMER, other, '<html>')).sent).toBe(3);
    expect((await call('createRecord', NEW, other, '<html>')).sent).toBe(1);
  });
});

describe('a client of a contract with PATCH', () => {
  it('has the operation and treats it as a write', async () => {
    const path = document.paths['/{entityName}/{id}'];
    if (path?.put === undefined) throw new Error('openapi.yaml has no PUT for a record');
    const patch = { ...path.put, operationId: 'changeRecord' };
    const { call, requests } = await clientOf({
      ...document,
      paths: { ...document.paths, '/{entityName}/{id}': { ...path, patch } },
    });
    expect(await call('changeRecord', CHANGE, 200, { data: { id: 1 } })).toMatchObject({
      result: { ok: true },
      sent: 1,
    });
    expect(await call('changeRecord', CHANGE, 503, '<html>')).toMatchObject({ result: { ok: false }, sent: 1 });
    expect(requests.map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
  });
});

describe('the scenarios of the table', () => {
  it('include those without a template last, so that they match only if no template does', async () => {
    const envelope = envelopeOf('NOT_FOUND', 'It is gone');
    const { call } = await clientOf(withScenario('gone', 404, envelope, { retryable: false }));
    expect((await call('getRecord', CUSTOMER, 404, envelope)).result).toMatchObject({ error: { scenario: 'gone' } });
    const known = envelopeOf('NOT_FOUND', 'Record not found: 1');
    expect((await call('getRecord', CUSTOMER, 404, known)).result).toMatchObject({
      error: { scenario: 'recordNotFound' },
    });
  });
});

function envelopeOf(code: string, message: string): object {
  return { [NAMES.error]: { [NAMES.code]: code, [NAMES.message]: message } };
}

/** The exports of the client that these tests use. Its operations depend on the contract. */
interface ClientModule {
  createClient(options: object): Record<string, (input: object) => Promise<object>>;
  bulkOutcomes(items: readonly object[], result: object): readonly object[];
}

/** Builds a client for another contract. The server returns the status and body given with each call. */
async function clientOf(contract: ContractDocument) {
  const { createClient, bulkOutcomes } = await loadClient(clientTableSource(contract));
  const requests: Request[] = [];
  const call = async (operationId: string, input: object, status: number, body: unknown) => {
    const before = requests.length;
    const fetch = (request: Request): Promise<Response> => {
      requests.push(request);
      return Promise.resolve(Response.json(body, { status }));
    };
    const client = createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch, retry: { delay: 1 } });
    const result = await client[operationId]?.(input);
    return { result, sent: requests.length - before };
  };
  return { call, bulkOutcomes, requests };
}

async function loadClient(table: string): Promise<ClientModule> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/client/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'another-table',
        setup({ onLoad }) {
          onLoad({ filter: /generated\/client-table\.ts$/ }, () => ({ contents: table, loader: 'ts' }));
        },
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}

/** Returns the contract with other member names in the envelope. */
function withNames(names: EnvelopeNames): ContractDocument {
  const { examples, schemas } = document.components;
  return {
    ...document,
    'x-envelope': names,
    components: {
      ...document.components,
      examples: mapValues(examples, (example) =>
        example['x-scenario'] === undefined ? example : { ...example, value: rename(example.value, names) },
      ),
      schemas: mapValues(schemas, ({ properties: { [NAMES.code]: code, ...others } = {}, ...schema }) => ({
        ...schema,
        properties: code === undefined ? others : { ...others, [names.code]: code },
      })),
    },
  };
}

function rename(value: unknown, names: EnvelopeNames): unknown {
  const text = JSON.stringify(value)
    .replace(`"${NAMES.error}":`, `"${names.error}":`)
    .replace(`"${NAMES.code}":`, `"${names.code}":`)
    .replace(`"${NAMES.message}":`, `"${names.message}":`)
    .replace(`"${NAMES.details}":`, `"${names.details}":`);
  return JSON.parse(text);
}

/**
 * Returns the contract with an additional scenario that has no template, precedes all others, and is documented by every
 * operation.
 */
function withScenario(name: string, status: number, value: object, { retryable }: { retryable: boolean }) {
  const basis = 'ours';
  const example: ExampleObject = {
    value,
    'x-scenario': { basis, raisedBy: 'everyOperation', retryable, template: null, values: {} },
  };
  // A different key, because the operation may already have a response with this status.
  const another = `${status}.`;
  const response = {
    content: {
      [NAMES.mediaType]: {
        schema: { $ref: '#/components/schemas/Any' },
        examples: { [name]: example },
      },
    },
  };
  const paths = mapValues(document.paths, (item) =>
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        'operationId' in operation
          ? { ...operation, responses: { ...operation.responses, [another]: response } }
          : operation,
      ]),
    ),
  );
  const examples = { [name]: example, ...document.components.examples };
  return { ...document, paths, components: { ...document.components, examples } };
}

function mapValues<Value, Mapped>(table: Record<string, Value>, map: (value: Value) => Mapped): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value)]));
}
