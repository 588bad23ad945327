import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fail, toEnvelope } from '../../contract/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, demoKeys, startTestServer } from '../testing/test-server.ts';

describe('the API key', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => server.close());

  function authorization(...values: string[]): Question {
    return { key: null, headers: { authorization: values } };
  }

  it.each<[string, Question]>([
    ['is missing', { key: null }],
    ['does not exist', { key: 'sk_live_nobody' }],
    ['is revoked', { key: demoKeys.revoked }],
    ['is empty', authorization('Bearer ')],
    ['is only the scheme', authorization('Bearer')],
    ['has no scheme', authorization(demoKeys.readWrite)],
    ['has another scheme', authorization(`Basic ${demoKeys.readWrite}`)],
    ['has no space after the scheme', authorization(`Bearer${demoKeys.readWrite}`)],
    ['has another word after it', authorization(`Bearer ${demoKeys.readWrite} again`)],
    ['is sent twice', authorization(`Bearer ${demoKeys.readWrite}`, `Bearer ${demoKeys.readWrite}`)],
    ['is sent twice in one header', authorization(`Bearer ${demoKeys.readWrite}, Bearer ${demoKeys.readWrite}`)],
    ['is in the query', { key: null, path: `/Customer?key=${demoKeys.readWrite}&access_token=${demoKeys.readWrite}` }],
    ['is very long', { key: 'k'.repeat(10_000) }],
    ['is the hash of a key', { key: 'a'.repeat(64) }],
  ])('is not valid when it %s', async (_title, question) => {
    const answer = await ask(server, question);
    expect(answer).toMatchObject({ status: 401, body: toEnvelope(fail('invalidApiKey')) });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="Workspace API"');
    expect(server.logged).toEqual([]);
  });

  it.each(['Bearer', 'bearer', 'BEARER', 'bEaReR  '])('accepts the scheme %j', async (scheme) => {
    expect(await ask(server, authorization(`${scheme} ${demoKeys.readWrite}`))).toMatchObject({ status: 200 });
  });

  it('is reported as invalid before expired, and as expired before belonging to another workspace', async () => {
    const path = 'acme-corp/archive/Customer';
    const invalid = toEnvelope(fail('invalidApiKey'));
    const expired = toEnvelope(fail('expiredApiKey'));
    expect(await ask(server, { path, key: demoKeys.revoked })).toMatchObject({ body: invalid });
    expect(await ask(server, { path, key: demoKeys.expired })).toMatchObject({ body: expired });
  });

  it('does not reveal whether a workspace or an organization exists', async () => {
    const answers = await Promise.all(
      ['acme-corp/archive', 'acme-corp/nowhere', 'unknown/sales', 'acme-corp/SALES', '%zz/sales', 'acme-corp/%FF'].map(
        async (place) => {
          const { status, body, headers } = await ask(server, { path: `${place}/Customer` });
          const { date: _date, 'x-request-id': _requestId, ...others } = headers;
          return { status, body, others };
        },
      ),
    );
    expect(answers[0]).toMatchObject({ status: 401, body: toEnvelope(fail('wrongWorkspace')) });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('the expiry of a key', () => {
  it('is the first moment at which the key is no longer valid', async () => {
    const expiry = new Date('2030-01-01T00:00:00Z');
    let now = new Date(expiry.getTime() - 1);
    const [sales] = demoDefinition.workspaces;
    if (sales === undefined) throw new Error('The demo has no workspace.');
    const key = {
      name: 'soon',
      key: 'sk_live_expires_soon',
      permission: 'READ_ONLY',
      expiresAt: expiry.toISOString(),
    } as const;
    const definition = { ...demoDefinition, workspaces: [{ ...sales, keys: [key] }] };
    const server = await startTestServer({ definition, now: () => now });
    expect(await ask(server, { key: key.key })).toMatchObject({ status: 200 });
    now = expiry;
    expect(await ask(server, { key: key.key })).toMatchObject({ status: 401, body: toEnvelope(fail('expiredApiKey')) });
    await server.close();
  });
});
