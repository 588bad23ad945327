import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from '@jest/globals';
import type { AxiosRequestConfig, InternalAxiosRequestConfig } from 'axios';
import axios from 'axios';

import { createClient, unwrap } from '../client/index.ts';
import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { readCoverage } from '../coverage/index.ts';
import { failures, failuresOf, gatewayHtml, networkError } from '../fixtures/index.ts';
import { matchers } from './index.ts';

const TAKEN = { column: 'email', value: 'jane@example.com' };
const taken = failures.createRecord.uniqueConstraintViolation(TAKEN);
const BASE = 'http://localhost/api/v1/acme-corp/sales';

type Answer = Pick<Response, 'status'> & { readonly headers: Readonly<Record<string, string>>; readonly body: unknown };

/** Returns a failure with another body or status, as a response. */
function changed(changes: Partial<Answer>, from: Answer = taken): Response {
  const { status, headers, body } = { ...from, ...changes };
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

const message = (text: string) => ({ error: { ...taken.body.error, message: text } });

async function keeps(value: unknown, operation?: OperationId, isNot = false) {
  const { pass, message: text } = await matchers.toKeepContract.call({ isNot }, value, operation);
  return { pass, text: text() };
}

async function fails(value: unknown, scenario: ScenarioName, values = {}, operation?: OperationId, isNot = false) {
  const { pass, message: text } = await matchers.toFailWith.call({ isNot }, value, scenario, values, operation);
  return { pass, text: text() };
}

/** Every way in which a test can have the response of a request for a record with a taken e-mail address. */
async function formsOf(response: () => Response): Promise<Readonly<Record<string, unknown>>> {
  const client = createClient({ baseUrl: BASE, apiKey: 'sk_test_secret', fetch: async () => response() });
  const body = { email: TAKEN.value };
  const url = '/Customer';
  const adapter = async (config: InternalAxiosRequestConfig) => {
    const { status, headers } = response();
    return {
      status,
      statusText: '',
      headers: Object.fromEntries(headers),
      data: await response().text(),
      config,
      request: {},
    };
  };
  // An error of axios keeps only what its own adapters return, which reject too.
  const refusing: AxiosRequestConfig['adapter'] = async (config) => {
    throw new axios.AxiosError('Request failed', 'ERR_BAD_REQUEST', config, {}, await adapter(config));
  };
  const sent = { baseURL: BASE, headers: { Authorization: 'Bearer sk_test_secret' } };
  return {
    'a Response': response(),
    'a result': await client.createRecord({ entityName: 'Customer', body }),
    'a call by path': await client.POST('/{entityName}', { params: { path: { entityName: 'Customer' } }, body }),
    'an error that unwrap throws': await unwrap(client.createRecord({ entityName: 'Customer', body })).catch(
      (error: unknown) => error,
    ),
    'a response of axios': await axios.post(url, body, { ...sent, adapter }),
    'an AxiosError': await axios.post(url, body, { ...sent, adapter: refusing }).catch((error: unknown) => error),
  };
}

const forms = await formsOf(taken.response);
const wrongForms = await formsOf(() => changed({ body: message('taken') }));

describe('toFailWith', () => {
  it.each(Object.entries(forms))('accepts the failure and its values in %s', async (_name, value) => {
    expect(await fails(value, 'uniqueConstraintViolation', TAKEN, 'createRecord')).toMatchObject({ pass: true });
    expect(await fails(value, 'uniqueConstraintViolation', { column: 'email' })).toMatchObject({ pass: true });
    expect(await fails(value, 'uniqueConstraintViolation')).toMatchObject({ pass: true });
    expect(await fails(value, 'uniqueConstraintViolation', { column: 'name' })).toMatchObject({ pass: false });
    expect(await fails(value, 'validationError')).toMatchObject({ pass: false });
  });

  it.each(Object.entries(wrongForms))(
    'refuses a message that the contract does not document in %s',
    async (_name, value) => {
      const { pass, text } = await fails(value, 'uniqueConstraintViolation', {}, 'createRecord');
      expect(pass).toBe(false);
      expect(text).toContain(`not "A record with {column} '{value}' already exists"`);
      expect(await keeps(value, 'createRecord')).toMatchObject({ pass: false });
    },
  );

  it.each(contract.operationIds.flatMap((id) => failuresOf(id)))(
    'knows $scenario of $operation',
    async ({ operation, scenario, response }) => {
      expect(await fails(response(), scenario, {}, operation)).toMatchObject({ pass: true });
      expect(await keeps(response(), operation)).toMatchObject({ pass: true });
      for (const other of contract.operations[operation].scenarios.filter((each) => each !== scenario))
        expect(await fails(response(), other, {}, operation)).toMatchObject({ pass: false });
    },
  );

  it('compares details', async () => {
    const required = { field: 'name', message: 'name is required' };
    const invalid = failures.createRecord.validationError({ details: [required, { field: 'age', message: 'x' }] });
    expect(await fails(invalid.response(), 'validationError', { details: [required] })).toMatchObject({ pass: true });
    const { pass, text } = await fails(invalid.response(), 'validationError', {
      details: [{ field: 'name', message: 'no' }],
    });
    expect(pass).toBe(false);
    expect(text).toContain('but details have no {"field":"name","message":"no"}');
  });

  it('refuses the failure with not, even if it breaks the contract', async () => {
    const broken = () => changed({ headers: { 'content-type': 'text/plain' } });
    expect(await fails(broken(), 'uniqueConstraintViolation')).toMatchObject({ pass: false });
    expect(await fails(broken(), 'uniqueConstraintViolation', {}, undefined, true)).toMatchObject({ pass: true });
    expect(await fails(broken(), 'validationError', {}, undefined, true)).toMatchObject({ pass: false });
  });

  it('says what was expected, what was received, and the clause of the contract', async () => {
    const { text } = await fails(
      changed({ body: message('A record exists') }),
      'uniqueConstraintViolation',
      {},
      'createRecord',
    );
    expect(text)
      .toBe(`createRecord was expected to fail with 409 UNIQUE_CONSTRAINT_VIOLATION (uniqueConstraintViolation), but the response violates the contract

message: the message is "A record exists", not "A record with {column} '{value}' already exists"
  expected: {"message":"A record with {column} '{value}' already exists"}
  received: {"status":409,"code":"UNIQUE_CONSTRAINT_VIOLATION","message":"A record exists"}
  contract: createRecord, uniqueConstraintViolation: 409 UNIQUE_CONSTRAINT_VIOLATION

The response:
  409
  content-type: application/json
  x-request-id: 00000000-0000-4000-8000-000000000000

  {
    "error": {
      "code": "UNIQUE_CONSTRAINT_VIOLATION",
      "message": "A record exists"
    }
  }`);
  });

  it('refuses what it cannot judge', async () => {
    const read = taken.response();
    await read.text();
    const client = createClient({ baseUrl: BASE, fetch: networkError().fetch, retry: { limit: 0 } });
    const cases: [unknown, string][] = [
      [read, 'the body of this Response was read before'],
      [Promise.resolve(read), 'this is not awaited; await the request, and pass what it resolves to'],
      // A request of supertest, before it is sent.
      [{ method: 'GET', url: `${BASE}/Customer`, header: {}, then: () => undefined }, 'await the request'],
      [undefined, 'this is not a response'],
      [{ status: 409 }, 'this is not a response'],
      [failures.createRecord.badRequest(), 'this is a fixture, not a response'],
      [await client.createRecord({ entityName: 'Customer', body: {} }), 'there is no response: NETWORK: fetch failed'],
    ];
    for (const [value, text] of cases) await expect(fails(value, 'uniqueConstraintViolation')).rejects.toThrow(text);
    await expect(keeps(taken.response())).rejects.toThrow('which operation responded is not known');
    await expect(keeps(forms['a response of axios'], 'listRecords')).rejects.toThrow('the request was to createRecord');
    await expect(fails(taken.response(), 'recordNotFound', {}, 'createRecord')).rejects.toThrow('documents no failure');
    await expect(fails(taken.response(), 'recordNotFound', { column: 'x' })).rejects.toThrow('has no value column');
  });

  it('cannot be used inside another matcher for a Response, with or without not', () => {
    const result = matchers.toFailWith.call({}, taken.response(), 'uniqueConstraintViolation');
    expect(() => 'pass' in result && result.pass).toThrow('cannot be read inside another matcher');
    expect(matchers.toFailWith.call({}, forms['a result'], 'uniqueConstraintViolation')).toMatchObject({ pass: true });
  });
});

describe('a Response without an operation', () => {
  it('is not said to be one of any operation', async () => {
    const expired = failures.createRecord.expiredApiKey();
    const same = await fails(expired.response(), 'expiredApiKey', {}, undefined, true);
    expect(same.text).toContain('the response is 401 expiredApiKey, although it was expected not to');
    const other = await fails(expired.response(), 'readOnlyKey');
    expect(other.text).toContain('the response was expected to fail with 403 FORBIDDEN (readOnlyKey), but it is 401');
  });
});

describe('toKeepContract', () => {
  it('names the failure that another operation documents', async () => {
    const { text } = await keeps(failures.getRecord.recordNotFound().response(), 'createRecord');
    expect(text).toContain('is that of recordNotFound, which createRecord does not document');
  });

  it('leaves the body for others to read', async () => {
    const response = taken.response();
    await keeps(response, 'createRecord');
    await fails(response, 'uniqueConstraintViolation');
    expect(await response.json()).toEqual(taken.body);
  });

  it('leaves the body for others to read where clone loses it', async () => {
    class Losing extends Response {
      override clone(): Response {
        void this.text();
        return new Losing('');
      }
    }
    const { status, headers, body } = taken;
    const response = new Losing(JSON.stringify(body), { status, headers });
    expect(await keeps(response, 'createRecord')).toMatchObject({ pass: true });
    expect(await fails(response, 'uniqueConstraintViolation')).toMatchObject({ pass: true });
    expect([response.bodyUsed, await response.json(), await response.text()]).toEqual([
      false,
      body,
      JSON.stringify(body),
    ]);
  });

  it.each([
    ['a page of a gateway', gatewayHtml().response()],
    ['an undocumented status', changed({ status: 418 })],
    ['an undocumented code', changed({ body: { error: { code: 'DUPLICATE', message: 'x' } } })],
    [
      'a member that the contract does not have',
      changed({ body: { error: { ...taken.body.error, trace: 'at x (/srv/app.js:1:2)' } } }),
    ],
    ['a success of another operation', new Response('{"data":{"id":1}}', { status: 200 })],
  ])('refuses %s', async (_name, response) => {
    expect(await keeps(response, 'createRecord')).toMatchObject({ pass: false });
  });

  it('uses the request, if the response has it', async () => {
    const other = { ...TAKEN, value: 'joe@example.com' };
    const { response } = failures.createRecord.uniqueConstraintViolation(other);
    const { 'a Response': alone, 'a response of axios': withRequest } = await formsOf(response);
    expect(await keeps(alone, 'createRecord')).toMatchObject({ pass: true });
    const { pass, text } = await keeps(withRequest);
    expect(pass).toBe(false);
    expect(text).toContain('not "A record with email \'jane@example.com\' already exists"');
    expect(text).not.toContain('sk_test_secret');
  });
});

describe('WORKSPACE_API_COVERAGE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matchers-'));
  afterEach(() => {
    delete process.env.WORKSPACE_API_COVERAGE;
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts the failures that were judged, and none of a fixture', async () => {
    process.env.WORKSPACE_API_COVERAGE = join(folder, 'failure-coverage.json');
    const headers = { ...taken.headers, 'x-request-id': 'r1' };
    await keeps(changed({ headers }), 'createRecord');
    await fails(changed({ headers, body: message('no') }), 'uniqueConstraintViolation', {}, 'createRecord');
    await keeps(taken.response(), 'createRecord');
    await fails(changed({ headers }), 'uniqueConstraintViolation');
    const [file, ...others] = readdirSync(folder);
    expect([file, others]).toEqual([expect.stringMatching(/^failure-coverage[.]json[.]\d+-[\da-f]{8}[.]json$/), []]);
    const { failures: counts } = readCoverage(readFileSync(join(folder, file ?? ''), 'utf8'));
    expect(counts.filter(({ provoked }) => provoked > 0)).toEqual([
      { operation: 'createRecord', scenario: 'uniqueConstraintViolation', provoked: 2, judged: 1 },
    ]);
  });

  it('creates the folders that are missing', async () => {
    process.env.WORKSPACE_API_COVERAGE = join(folder, 'missing/deep/failure-coverage.json');
    const headers = { ...taken.headers, 'x-request-id': 'r1' };
    expect(await keeps(changed({ headers }), 'createRecord')).toMatchObject({ pass: true });
    expect(readdirSync(join(folder, 'missing/deep'))).toEqual([expect.stringMatching(/^failure-coverage[.]json[.]/)]);
  });

  it('refuses "-" as the commands do', async () => {
    process.env.WORKSPACE_API_COVERAGE = '-';
    const headers = { ...taken.headers, 'x-request-id': 'r1' };
    await expect(keeps(changed({ headers }), 'createRecord')).rejects.toThrow(
      'WORKSPACE_API_COVERAGE takes the name of a file, not "-"',
    );
  });

  it.each(['/proc/new/file', '/dev/null/file'])('says where it cannot write: %s', async (file) => {
    process.env.WORKSPACE_API_COVERAGE = file;
    const headers = { ...taken.headers, 'x-request-id': 'r1' };
    await expect(keeps(changed({ headers }), 'createRecord')).rejects.toThrow(
      /^cannot write failure coverage to .* \(E\w+: .*\); name a file that can be written in WORKSPACE_API_COVERAGE$/,
    );
  });
});
