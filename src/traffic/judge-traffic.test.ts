import { describe, expect, it } from '@jest/globals';

import type { ErrorDetail, ScenarioName, TemplateValues } from '../contract/index.ts';
import { contract, fillTemplate } from '../contract/index.ts';
import { parseTarget } from '../plan/index.ts';
import { demoDefinition, demoTarget } from '../workspace/index.ts';
import { bothKnown, knowledgeOfDefinition, knowledgeOfTarget } from './knowledge/from-target.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { noKnowledge } from './knowledge/knowledge.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import type { SettledExchange } from './judge-traffic.ts';
import { TrafficJudge } from './judge-traffic.ts';

const BASE = 'https://api.example.com/api/v1';
const target = knowledgeOfTarget(parseTarget(demoTarget(BASE, { faults: false }), {}));
const both = bothKnown(knowledgeOfDefinition(demoDefinition), target);
const keys = Object.fromEntries(
  demoDefinition.workspaces.find(({ slug }) => slug === 'sales')?.keys.map(({ name, key }) => [name, key]) ?? [],
);

interface Seen {
  readonly method?: string;
  readonly path?: string;
  readonly key?: string | undefined;
  readonly sent?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly startedAt?: string;
}

/** An exchange as a browser records it; by default a record that is read. */
function exchange({
  method = 'GET',
  path = '/acme-corp/sales/Customer/1',
  key = 'some-key',
  sent,
  status = 200,
  headers = {},
  body = { data: customer },
  startedAt = '2026-06-01T00:00:00Z',
}: Seen): RecordedExchange {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return {
    request: {
      method,
      url: BASE + path,
      headers: key === '' ? {} : { authorization: `Bearer ${key}` },
      ...(sent === undefined ? {} : { body: text(sent) }),
    },
    response: {
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': 'r1', 'www-authenticate': 'Bearer', ...headers },
      ...(body === undefined ? {} : { body: text(body) }),
    },
    startedAt,
  };
}

const customer = { id: 1, name: 'Jane', email: 'jane@example.com', age: 30, website: null };
const created = { method: 'POST', path: '/acme-corp/sales/Customer' } as const;

function failure(
  name: ScenarioName,
  values: TemplateValues = {},
  details?: readonly ErrorDetail[],
): Pick<Seen, 'status' | 'body'> {
  const { status, code, template, example } = contract.scenarios[name];
  const message =
    template === null ? (values.message ?? example) : fillTemplate(template, { n: details?.length, ...values });
  return { status, body: { error: { code, message, ...(details === undefined ? {} : { details }) } } };
}

function judged(all: readonly Seen[], knowledge: Knowledge = noKnowledge): readonly SettledExchange[] {
  const settled: SettledExchange[] = [];
  const judge = new TrafficJudge({ knowledge }, (each) => void settled.push(each));
  for (const each of all) judge.judge(exchange(each));
  judge.end();
  return settled;
}

/** What the last exchange is, and what is wrong with it: the basis, the check and the message of each violation. */
function verdict(seen: Seen | readonly Seen[], knowledge?: Knowledge): string {
  const last = judged(Array.isArray(seen) ? seen : [seen], knowledge).at(-1);
  if (last === undefined) return 'nothing';
  if ('skipped' in last) return `skipped: ${last.skipped}`;
  const { operation, scenario, breaches } = last.judged;
  return [
    `${operation}.${scenario}`,
    ...breaches.map(({ basis, check, message }) => `${basis} ${check}: ${message}`),
  ].join('\n');
}

describe('the judge of traffic', () => {
  it.each([
    [{}, 'getRecord.success'],
    [{ path: '/acme-corp/sales/Customer/1?fields=name', body: { data: { id: 1, name: 'x' } } }, 'getRecord.success'],
    [{ ...created, sent: { name: 'Jane' }, status: 201 }, 'createRecord.success'],
    [{ method: 'DELETE', status: 204, body: '' }, 'deleteRecord.success'],
    [
      { method: 'DELETE', path: '/acme-corp/sales/Customer/bulk', sent: [1, 2], body: { succeeded: 2, failed: 0 } },
      'bulkDeleteRecords.success',
    ],
    [
      {
        path: '/acme-corp/sales/Customer?page=1&size=2',
        body: { data: [customer], meta: { page: 1, size: 2, totalElements: 3, totalPages: 2 } },
      },
      'listRecords.success',
    ],
    [failure('recordNotFound', { id: '1' }), 'getRecord.recordNotFound'],
    [
      { path: '/acme-corp/sales/Custo%65er/9', ...failure('entityNotFound', { entityName: 'Custoeer' }) },
      'getRecord.entityNotFound',
    ],
    [failure('expiredApiKey'), 'getRecord.expiredApiKey'],
    [
      {
        ...created,
        sent: { email: 'a@b.c', x: 1 },
        ...failure('uniqueConstraintViolation', { column: 'email', value: 'a@b.c' }),
      },
      'createRecord.uniqueConstraintViolation',
    ],
    [
      {
        ...created,
        sent: { customer_id: 999 },
        ...failure('foreignKeyViolation', { column: 'customer_id', value: '999', table: 'customers' }),
      },
      'createRecord.foreignKeyViolation',
    ],
    [
      { ...created, sent: {}, ...failure('validationError', {}, [{ field: 'email', message: 'must be text' }]) },
      'createRecord.validationError',
    ],
    [
      { path: '/acme-corp/sales/Customer/1/more', ...failure('routeNotFound', { message: 'x' }) },
      'outsideOperations.routeNotFound',
    ],
    [failure('internalError', { message: 'x' }), 'getRecord.internalError'],
  ] as const)('recognizes %j as %s', (seen, expected) => {
    expect(verdict(seen)).toBe(expected);
  });

  it.each([
    [{ path: '/../other' }, 'outsideOperations'],
    [{ method: 'HEAD' }, 'otherMethod'],
    [{ method: 'PATCH' }, 'otherMethod'],
    [{ path: '/api/v1/acme-corp/sales/Customer/4', ...failure('recordNotFound', { id: '4' }) }, 'outsideOperations'],
    [{ method: 'OPTIONS' }, 'otherMethod'],
    [{ status: 0 }, 'noResponse'],
    [{ status: 304 }, 'notModified'],
    [{ status: 503, body: '<html>busy</html>' }, 'gateway'],
    [{ status: 413, body: '' }, 'gateway'],
    [{ path: '/acme-corp/sales', body: {} }, 'outsideOperations'],
    [{ path: '/acme-corp/sales', status: 404, body: '<html>' }, 'outsideOperations'],
  ])('skips %j: %s', (seen, reason) => {
    expect(verdict(seen)).toBe(`skipped: ${reason}`);
  });

  it('skips other addresses, and responses whose body was not recorded', () => {
    const settled: SettledExchange[] = [];
    const judge = new TrafficJudge({ baseUrl: 'https://other.example.com' }, (each) => void settled.push(each));
    judge.judge(exchange({}));
    const { body: _body, ...withoutBody } = exchange({}).response;
    new TrafficJudge({}, (each) => void settled.push(each)).judge({ ...exchange({}), response: withoutBody });
    expect(settled).toMatchObject([{ skipped: 'notTheApi' }, { skipped: 'bodyMissing' }]);
  });

  it.each([
    ['another status', { status: 202 }, 'api status: returned 202, not 200; getRecord does not document 202'],
    [
      'a pair that is not in the table',
      { status: 418, body: { error: { code: 'TEAPOT', message: 'x' } } },
      'does not pair status 418',
    ],
    [
      'a pair of another operation',
      failure('readOnlyKey'),
      'api status: returned 403 FORBIDDEN, which getRecord does not document',
    ],
    [
      'the code of another status',
      { status: 400, body: { error: { code: 'NOT_FOUND', message: 'Record not found: 1' } } },
      'seed status: returned 400',
    ],
    [
      'a message of its own',
      { status: 401, body: { error: { code: 'UNAUTHORIZED', message: 'Bad key' } } },
      'seed message: the message is "Bad key", not "Invalid API key" or "API key has expired" or ',
    ],
    [
      'the id of another record',
      failure('recordNotFound', { id: '7' }),
      'seed message: the message is "Record not found: 7", not "Record not found: 1"',
    ],
    [
      'a value that was not sent',
      {
        ...created,
        sent: { email: 'a@b.c' },
        ...failure('uniqueConstraintViolation', { column: 'email', value: 'x@y.z' }),
      },
      "seed message: the message is \"A record with email 'x@y.z'",
    ],
    ['an HTML page', { status: 500, body: '<html>' }, 'seed body: the body is not JSON'],
    ['another id', { body: { data: { ...customer, id: 2 } } }, 'api record: the record has the id 2, not 1'],
    [
      'a column less',
      { ...created, sent: { name: 'x' }, status: 201, body: { data: { id: 1 } } },
      'missing columns that were sent: name',
    ],
    [
      'a miscounted batch',
      { method: 'DELETE', path: '/acme-corp/sales/Customer/bulk', sent: [1, 2], body: { succeeded: 1, failed: 0 } },
      'api bulk-result: succeeded is 1, not 2',
    ],
    [
      'an item that fails twice',
      {
        method: 'DELETE',
        path: '/acme-corp/sales/Customer/bulk',
        sent: [1, 2, 3],
        body: {
          succeeded: 1,
          failed: 2,
          errors: [0, 0].map((index) => ({ index, error: { code: 'NOT_FOUND', message: 'Record not found: 1' } })),
        },
      },
      'api bulk-result: errors lists item 0 twice',
    ],
    [
      'an unexpected error for an array',
      { ...created, sent: [], ...failure('internalError') },
      'seed status: returned 500, not 400 BAD_REQUEST (badRequest), although the body of the request is not an object',
    ],
    [
      'a record for an id that starts like its own',
      { path: '/acme-corp/sales/Customer/1abc' },
      'api record: the record has the id 1, not 1abc',
    ],
    ['a stack trace', failure('internalError', { message: 'Error: x\n    at f (/srv/app/index.js:3:7)' }), 'leak'],
    [
      'a success for JSON that is not well-formed',
      { ...created, sent: '{"name": "x', headers: {}, status: 201 },
      undefined,
    ],
    [
      'a success for an array',
      { ...created, sent: [], status: 201 },
      'seed status: returned 201, not 400 BAD_REQUEST (badRequest), although the body of the request is not an object',
    ],
    [
      'fewer records than a count that other clients may have changed',
      {
        path: '/acme-corp/sales/Customer?size=2',
        body: { data: [customer], meta: { page: 0, size: 2, totalElements: 2, totalPages: 1 } },
      },
      'ours page: data has 1 records, not 2',
    ],
    [
      'more records than a page has',
      {
        path: '/acme-corp/sales/Customer?size=1',
        body: { data: [customer, { ...customer, id: 2 }], meta: { page: 0, size: 1, totalElements: 2, totalPages: 2 } },
      },
      'api page: data has 2 records, not 1',
    ],
    [
      'a page before the first',
      {
        path: '/acme-corp/sales/Customer?page=-1',
        body: { data: [], meta: { page: 0, size: 20, totalElements: 0, totalPages: 0 } },
      },
      'although page is -1',
    ],
  ] as const)('finds %s', (_what, seen, expected) => {
    // A body that may have been cut proves nothing.
    if (expected === undefined) expect(verdict(seen)).toBe('createRecord.success');
    else expect(verdict([{}, seen])).toContain(expected);
  });

  it('skips another API whose paths have the same form, and judges it once a response is like one of the API', () => {
    const other = { path: '/auth/session/current', body: { user: 'jane' } };
    const right = { path: '/auth/session/1/2', ...failure('routeNotFound', { message: 'x' }) };
    expect(verdict(other)).toBe('skipped: unlikeTheApi');
    const found = judged([other, { ...other, ...failure('expiredApiKey') }, right]);
    expect(found.some((each) => 'judged' in each && each.judged.breaches.some(({ check }) => check === 'body'))).toBe(
      true,
    );
    const known: SettledExchange[] = [];
    const judge = new TrafficJudge({ baseUrl: BASE }, (each) => void known.push(each));
    judge.judge(exchange(other));
    expect(known).toMatchObject([{ judged: { operation: 'listRecords' } }]);
  });

  it('accepts values that the server normalized, and a success with a cookie instead of a key', () => {
    const sent = { email: ' Jane@Example.com' };
    expect(
      verdict({
        ...created,
        sent,
        ...failure('uniqueConstraintViolation', { column: 'email', value: 'jane@example.com' }),
      }),
    ).toBe('createRecord.uniqueConstraintViolation');
    expect(verdict({ path: '/acme-corp/sales/Customer/ABC-1', ...failure('recordNotFound', { id: 'abc-1' }) })).toBe(
      'getRecord.recordNotFound',
    );
    const cookie = exchange({ key: '' });
    const settled: SettledExchange[] = [];
    const judge = new TrafficJudge({}, (each) => void settled.push(each));
    judge.judge(exchange({}));
    judge.judge({ ...cookie, request: { ...cookie.request, headers: { cookie: 'session=1' } } });
    expect(settled).toMatchObject([{ judged: { breaches: [] } }, { judged: { breaches: [] } }]);
  });

  it('finds a success without a key only where other requests have one', () => {
    const without = { key: '' };
    expect(verdict(without)).toBe('getRecord.success');
    expect(
      judged([without, {}])
        .map((each) => ('judged' in each ? each.judged.breaches.length : 0))
        .toSorted(),
    ).toEqual([0, 1]);
    expect(verdict([{}, without])).toContain(
      'seed status: returned 200, not 401 UNAUTHORIZED (invalidApiKey), although the request has no key',
    );
  });

  it('finds an unknown message for 404 only in a workspace that exists', () => {
    const unknown = { status: 404, body: { error: { code: 'NOT_FOUND', message: 'No such workspace' } } };
    expect(verdict(unknown)).toContain('ours message');
    expect(verdict([{}, unknown])).toContain('seed message');
  });

  describe('with a target file', () => {
    it.each([
      [
        'an expired key that is accepted',
        { key: keys.expired },
        'seed status: returned 200, not 401 UNAUTHORIZED (expiredApiKey), although the key has expired',
      ],
      ['a revoked key that is accepted', { key: keys.revoked }, 'although the key is revoked'],
      [
        'a key that may write and is refused',
        { ...created, key: keys.readWrite, sent: {}, ...failure('readOnlyKey') },
        'seed status: returned 403 (readOnlyKey), although the key may write',
      ],
      [
        'a valid key that is refused',
        { key: keys.readWrite, ...failure('invalidApiKey') },
        'although the key is valid for this workspace',
      ],
      [
        'a read-only key that writes',
        { ...created, key: keys.readOnly, sent: { name: 'x' }, status: 201 },
        'seed status: returned 201, not 403',
      ],
      [
        'a key of another workspace',
        { key: keys.readWrite, path: '/acme-corp/archive/Customer/1' },
        'although the key is for another workspace',
      ],
    ])('finds %s', (_what, seen, expected) => {
      expect(verdict(seen, target)).toContain(expected);
    });

    it.each([
      { key: keys.expired, ...failure('expiredApiKey') },
      { key: keys.readWrite },
      { key: keys.readOnly },
      { key: keys.readWrite, path: '/acme-corp/unknown/Customer/1', ...failure('wrongWorkspace') },
      { key: 'another', ...failure('invalidApiKey') },
    ])('accepts %j', (seen) => {
      expect(verdict(seen, target)).not.toContain(':');
    });
  });

  describe('with a definition', () => {
    const valid = { key: keys.readWrite } as const;
    it.each([
      [
        'an entity that does not exist',
        { ...valid, path: '/acme-corp/sales/Nope/1' },
        'although the definition has no such entity',
      ],
      [
        'an entity that exists',
        { ...valid, ...failure('entityNotFound', { entityName: 'Customer' }) },
        'although the definition has the entity Customer',
      ],
      [
        'a value that breaks a rule',
        {
          ...valid,
          ...created,
          sent: { name: 7, email: 'a@b.c' },
          status: 201,
          body: { data: { ...customer, name: '7' } },
        },
        'although name breaks a rule (must be text)',
      ],
      [
        'a valid record that is refused',
        {
          ...valid,
          ...created,
          sent: { name: 'Jane', email: 'a@b.c' },
          ...failure('validationError', {}, [{ field: 'name', message: 'x' }]),
        },
        'although the record satisfies every rule of the definition',
      ],
      [
        'a record with a value of the wrong type',
        { ...valid, body: { data: { ...customer, name: 7 } } },
        "the record's name is a number",
      ],
      ['a record without a column', { ...valid, body: { data: { id: 1 } } }, 'the record has no name'],
      [
        'a detail for another field',
        {
          ...valid,
          ...created,
          sent: { name: 7, email: 'a@b.c' },
          ...failure('validationError', {}, [{ field: 'email', message: 'must be text' }]),
        },
        'seed details: details does not list "name" and unexpectedly lists "email"',
      ],
      [
        'the name of an index instead of a column',
        {
          ...valid,
          ...created,
          sent: { name: 'x', email: 'a@b.c' },
          ...failure('uniqueConstraintViolation', { column: 'customers_email_key', value: 'a@b.c' }),
        },
        `seed message: the message is "A record with customers_email_key 'a@b.c' already exists", not "A record with email`,
      ],
      [
        'the name of an entity instead of a table',
        {
          ...valid,
          method: 'POST',
          path: '/acme-corp/sales/Order',
          sent: { customer_id: 999 },
          ...failure('foreignKeyViolation', { column: 'customer_id', value: '999', table: 'Customer' }),
        },
        'does not exist in customers"',
      ],
    ])('finds %s', (_what, seen, expected) => {
      expect(verdict(seen, both)).toContain(expected);
    });

    it('notes a column that the definition does not have', () => {
      expect(verdict({ ...valid, body: { data: { ...customer, extra: 1 } } }, both)).toContain(
        'ours record: the record has extra',
      );
    });

    it('leaves a key that expires about then, and a write into a restricted workspace, to the contract', () => {
      const { keys: all, ...others } = both;
      const soon = {
        ...others,
        keys: new Map(
          [...all].map(([key, known]) => [key, { ...known, expiresAt: Date.parse('2026-06-01T00:00:30Z') }]),
        ),
      };
      expect(verdict({ key: keys.readWrite }, soon)).toBe('getRecord.success');
      const archive = demoDefinition.workspaces
        .find(({ slug }) => slug === 'archive')
        ?.keys.find(({ permission }) => permission === 'READ_WRITE')?.key;
      const write = { ...created, key: archive, path: '/acme-corp/archive/Customer', sent: { name: 'x' }, status: 201 };
      expect(verdict(write, both)).toContain('not 409 WORKSPACE_STATUS (workspaceRestricted)');
    });
  });

  it('knows each operation', () => {
    expect(contract.operationIds).toHaveLength(8);
  });
});
