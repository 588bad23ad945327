import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import type { Report } from '../../src/verifier/index.ts';
import { terminalReport } from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import type { Answer, Bend } from '../hostile-level/bent-server.ts';
import { startBent } from '../hostile-level/bent-server.ts';
import { harmless, verifyVariant } from '../mutants/index.ts';
import type { Reference } from '../hostile-level/verify-hostile.ts';
import { allRecords, startReference } from '../hostile-level/verify-hostile.ts';
import { verify } from '../verify.ts';

/** The reads and lists that confirm what is deleted, and that it is gone, for a record and its parent. */
const MOST_CONFIRMING = 8;

/** The further requests for a record that reads do not show as it was created, or that has no digits of the run. */
const WHILE_UNCONFIRMED = 10;

/** Thirteen requests are enough to check whether the target can be verified. */
const MOST_REQUESTS = 13 + MOST_CONFIRMING;

let server: Reference;
let before: unknown;
beforeAll(async () => {
  server = await startReference();
  before = await allRecords(server);
});
afterAll(() => server.close());

let requests = 0;
beforeEach(() => {
  requests = 0;
});

const asIs: Bend = (asked, pass) => pass(asked);

/** Runs nothing but the preflight: without senders, the lowest level has nothing else to send. */
async function prepare(change: object, bend: Bend = asIs, after = ''): Promise<Report> {
  const bent = await startBent(server.url, (asked, pass) => {
    requests += 1;
    return bend(asked, pass);
  });
  try {
    const file = { ...demoTarget(bent.url, { faults: true }), baseUrl: `${bent.url}${after}`, ...change };
    return await verify({ target: parseTarget(file, {}), level: 'documented', senders: [] });
  } finally {
    await bent.close();
  }
}

const demo: {
  readonly keys: object;
  readonly restricted: object;
  readonly entity: { valid: object };
  readonly reference: object;
} = {
  keys: {},
  restricted: {},
  entity: { valid: {} },
  reference: {},
  ...demoTarget('http://127.0.0.1:1', { faults: true }),
};
const withKeys = (keys: object): object => ({ keys: { ...demo.keys, ...keys } });
const withEntity = (entity: object): object => ({ entity: { ...demo.entity, ...entity } });
const always =
  (answer: Partial<Answer>): Bend =>
  () => ({ status: 200, headers: {}, body: '', ...answer });
const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };
const page = '<!doctype html><title>Acme</title><div id="app"></div>';
const envelope = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

describe('the preflight stops with exit 2 and the fix', () => {
  it.each<readonly [what: string, bend: Bend, fix: RegExp]>([
    [
      'a redirect',
      always({ status: 302, headers: { location: '/login' } }),
      /a redirect to "\/login", not the API\. Pass the URL/,
    ],
    ['a page', always({ headers: html, body: page }), /an HTML page, not the API\. Check --url/],
    ['a page without a type', always({ body: `\n${page}` }), /an HTML page, not the API/],
    ['a sign-in page', always({ headers: html, body: '<html><h1>Sign in</h1></html>' }), /a sign-in page, not the API/],
    ['an HTML 404', always({ status: 404, headers: html, body: '<h1>Cannot GET</h1>' }), /an HTML page, not the API/],
    ['an HTML 403', always({ status: 403, headers: html, body: page }), /an HTML page, not the API/],
    [
      'the 404 of a framework',
      always({ status: 404, headers: json, body: '{"statusCode":404,"message":"Cannot GET /"}' }),
      /not the error envelope of the API\. Check --url/,
    ],
    [
      'a 404 in plain text',
      always({ status: 404, body: '404 page not found' }),
      /not the error envelope of the API\. Check --url/,
    ],
    [
      'the 404 of the API for a path that it does not have',
      always({ status: 404, headers: json, body: envelope('NOT_FOUND', 'No operation has this path') }),
      /Check --url, which is everything before \/\{orgSlug\}/,
    ],
    [
      'a missing tenant header',
      always({ status: 400, headers: json, body: '{"message":"X-Tenant is required"}' }),
      /"X-Tenant is required.*requires a header, such as a tenant, pass it with --header/,
    ],
    [
      'a missing tenant header in the envelope',
      always({ status: 400, headers: json, body: envelope('BAD_REQUEST', 'X-Tenant is required') }),
      /a tenant, in "headers" of the target file/,
    ],
    [
      'a proxy with a password',
      always({ status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' }, body: 'Unauthorized' }),
      /a proxy or a gateway seems to refuse the request and to ask for "Basic realm=/,
    ],
  ])('if the URL leads to %s', async (_what, bend, fix) => {
    const { stopped } = await prepare({}, bend);
    expect(stopped).toEqual({ by: 'unavailable', reason: expect.stringMatching(fix) });
    expect(requests).toBe(1);
  });

  it.each<readonly [what: string, change: object, fix: RegExp]>([
    [
      'an unknown key',
      withKeys({ readWrite: 'sk_live_unknown' }),
      /"Invalid API key"\. The server does not accept "keys\.readWrite"/,
    ],
    [
      'an expired key',
      withKeys({ readWrite: 'sk_live_demo_expired' }),
      /Put a key that has not expired into "keys\.readWrite"/,
    ],
    ['a key of another workspace', withKeys({ readWrite: 'sk_live_demo_inventory' }), /belongs to another workspace/],
    [
      'a key that cannot write',
      withKeys({ readWrite: 'sk_live_demo_read_only' }),
      /Put a key that can write into "keys\.readWrite"/,
    ],
    [
      'another scheme',
      { authentication: { scheme: 'ApiKey' } },
      /If keys are not sent as Bearer tokens, describe how in "authentication"/,
    ],
    ['another header', { authentication: { header: 'X-Key' } }, /If keys are not sent as Bearer tokens/],
    [
      'an unknown workspace',
      { workspace: 'no-such' },
      /belongs to another workspace; check it, and organization "acme-corp" and workspace "no-such"/,
    ],
    ['an unknown entity', withEntity({ name: 'Custommer' }), /Check "entity\.name" in the target file, "Custommer"/],
    ['an entity in another case', withEntity({ name: 'customer' }), /it is case-sensitive/],
    [
      'an invalid record',
      withEntity({ valid: { name: '', email: 'x-{run}' } }),
      /Correct "entity\.valid" .*rejects name, email\./,
    ],
    [
      'a second unique value without {run}',
      withEntity({ valid: { name: 'A-{run}', email: 'ada@example.com' }, unique: 'name' }),
      /A unique column of "entity\.valid"/,
    ],
    [
      'a record with an unknown reference',
      {
        entity: {
          name: 'Order',
          valid: { orderNumber: 'ORD-{run}', customer_id: 999_999 },
          unique: 'orderNumber',
          invalid: { total: -1 },
        },
      },
      /Correct the reference in "entity\.valid"/,
    ],
    [
      'an invalid parent',
      {
        entity: {
          name: 'Order',
          valid: { orderNumber: 'ORD-{run}', customer_id: '{parent}' },
          unique: 'orderNumber',
          invalid: { total: -1 },
        },
        reference: { ...demo.reference, parentValid: { name: '' } },
      },
      /Correct "reference\.parentValid"/,
    ],
    [
      'a workspace that allows no writes',
      { workspace: 'archive', restricted: undefined, ...withKeys({ readWrite: 'sk_live_demo_archive' }) },
      /access mode of the workspace "archive" does not allow writes/,
    ],
  ])('if the target file has %s', async (_what, change, fix) => {
    const { stopped } = await prepare(change);
    expect(stopped).toEqual({ by: 'unavailable', reason: expect.stringMatching(fix) });
    expect(stopped?.reason).not.toContain('sk_live');
    expect(requests).toBeLessThanOrEqual(3 + WHILE_UNCONFIRMED);
  });

  it.each(['/acme-corp/sales', '/acme-corp'])('if the base URL ends with %s', async (after) => {
    const { stopped } = await prepare({}, asIs, after);
    expect(stopped?.reason).toMatch(/already contains "[\w-]+"; remove everything from the organization on/);
  });
});

describe('the preflight gives hints and goes on', () => {
  it.each<readonly [what: string, change: object, hint: RegExp]>([
    [
      'an expired key that is valid',
      withKeys({ expired: 'sk_live_demo_read_write' }),
      /^"keys\.expired": GET \S+ returned 200 .* If the target file is right, this is a breach/,
    ],
    [
      'a revoked key that is valid',
      withKeys({ revoked: 'sk_live_demo_read_write' }),
      /^"keys\.revoked": GET \S+ returned 200/,
    ],
    [
      'a revoked key that has expired',
      withKeys({ revoked: 'sk_live_demo_expired' }),
      /^"keys\.revoked": .*the response to a different kind of key, not 401 "Invalid API key"/,
    ],
    [
      'an expired key that is unknown',
      withKeys({ expired: 'sk_live_unknown' }),
      /^"keys\.expired": .*the response to a different kind of key, not 401 "API key has expired"/,
    ],
    [
      'a key of this workspace for another one',
      withKeys({ otherWorkspace: 'sk_live_demo_read_only' }),
      /^"keys\.otherWorkspace": GET \S+ returned 200/,
    ],
    [
      'an unknown key for another workspace',
      withKeys({ otherWorkspace: 'sk_live_unknown' }),
      /^"keys\.otherWorkspace": .*"Invalid API key", the response to a different kind of key/,
    ],
    [
      'a read-only key that can write',
      withKeys({ readOnly: 'sk_live_demo_read_write' }),
      /^"keys\.readOnly": DELETE \S+ returned 404 .*not 403/,
    ],
    [
      'an unknown read-only key',
      withKeys({ readOnly: 'sk_live_unknown' }),
      /^"keys\.readOnly": DELETE \S+ returned 401/,
    ],
    [
      'a key for the wrong restricted workspace',
      { restricted: { ...demo.restricted, key: 'sk_live_unknown' } },
      /^"restricted": GET \S+ returned 401 .*must be able to read in the workspace "archive"/,
    ],
    ['a missing id that exists', { fixtures: { missingId: 1 } }, /this id must not exist\. Set "fixtures\.missingId"/],
    [
      'a missing parent that exists',
      { reference: { ...demo.reference, missing: 1 } },
      /^"reference\.missing": GET \S+\/Customer\/1 returned 200 .*, but this id must not exist/,
    ],
    [
      'a valid value that is called invalid',
      withEntity({ invalid: { age: 34, email: 'nope' } }),
      /^"entity\.invalid\.age" is the value that "entity\.valid" has/,
    ],
    [
      'string ids that are integers',
      { ids: 'string' },
      /has the id \d+, an integer, but the target file declares "ids": "string"/,
    ],
  ])('if the target file has %s', async (_what, change, hint) => {
    const report = await prepare(change);
    expect(report.hints).toEqual([expect.stringMatching(hint)]);
    expect(report.hints.join()).not.toContain('sk_live');
    expect(terminalReport(report, { colour: false })).toContain(
      `Hints: check these first, because they may explain findings\n  ${report.hints[0]}`,
    );
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(report.leftovers).toEqual([]);
  });

  it.each<readonly [what: string, bend: Bend, hint: RegExp]>([
    [
      'fails with a page',
      always({ status: 500, headers: html, body: page }),
      /returned 500 .*No records can be listed/,
    ],
    [
      'fails in the envelope',
      always({ status: 500, headers: json, body: envelope('INTERNAL_ERROR', 'x') }),
      /No records can be listed/,
    ],
    [
      'drops the connection on every list',
      (asked, pass) => (asked.method === 'GET' && !/Customer\/\d+$/.test(asked.path) ? 'close' : pass(asked)),
      /^GET \S+ got no response .*No records can be listed/,
    ],
    ['answers an empty object', always({ headers: json, body: '{}' }), /not a list of records with "data" and "meta"/],
    ['fails with an empty object', always({ status: 404, headers: json, body: '{}' }), /No records can be listed/],
    [
      'fails to create',
      (asked, pass) => (asked.method === 'POST' ? { status: 500, headers: json, body: '{}' } : pass(asked)),
      /^POST \S+ returned 500 "{}", not a record with an id/,
    ],
    [
      'creates without an id',
      (asked, pass) => (asked.method === 'POST' ? { status: 201, headers: json, body: '{"ok":true}' } : pass(asked)),
      /, not a record with an id/,
    ],
    [
      'refuses the missing id as malformed',
      (asked, pass) =>
        asked.path.endsWith('/2147483600')
          ? { status: 400, headers: json, body: envelope('BAD_REQUEST', 'This is not an id') }
          : pass(asked),
      /set "fixtures\.missingId" in the target file to an id in this format that no record has; "malformedId" declares the status for malformed ids/,
    ],
    [
      'shows another record',
      (asked, pass) =>
        asked.method === 'GET' && /Customer\/\d{1,6}$/.test(asked.path)
          ? pass({ ...asked, path: asked.path.replace(/\d+$/, '1') })
          : pass(asked),
      /not the record that had just been created under this id/,
    ],
  ])('if the server %s', async (_what, bend, hint) => {
    const { hints, leftovers } = await prepare({}, bend);
    expect(hints).toContainEqual(expect.stringMatching(hint));
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS + WHILE_UNCONFIRMED);
    // A record that no read confirms is listed and not deleted.
    const headers = { authorization: 'Bearer sk_live_demo_read_write' };
    for (const { collection, record } of leftovers)
      await fetch(`${server.url}${collection}/${record}`, { method: 'DELETE', headers });
  });
});

describe('the preflight of a complete target file', () => {
  const shop = {
    entity: {
      name: 'Order',
      valid: { orderNumber: 'ORD-{run}', customer_id: '{parent}' },
      unique: 'orderNumber',
      invalid: { total: -1 },
    },
    reference: { ...demo.reference, parentValid: { name: 'Jane', email: 'jane-{run}@example.com' } },
  };

  it.each([
    ['an entity', {}],
    ['an entity that references another', shop],
  ])('sends at most thirteen requests for %s, has no hints, and leaves nothing behind', async (_what, change) => {
    const { hints, leftovers } = await prepare(change);
    expect(hints).toEqual([]);
    expect(leftovers).toEqual([]);
    expect(requests).toBeGreaterThan(8);
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
  });

  it('sends one request if the names or the key are missing', async () => {
    const { hints, missing } = await prepare({ workspace: undefined });
    expect(hints).toEqual([]);
    expect(missing).toHaveLength(1);
    expect(requests).toBe(1);
  });

  it.each(harmless.map((variant) => [variant.is, variant] as const))(
    'has no hint about a harmless difference: %s',
    async (_is, variant) => {
      const { hints } = await verifyVariant(variant, { level: 'documented', senders: [] });
      expect(hints).toEqual([]);
    },
  );

  it('leaves the records of others as they were, as every preflight above does', async () => {
    expect(await allRecords(server)).toEqual(before);
  });
});
