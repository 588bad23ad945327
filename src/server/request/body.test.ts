import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract } from '../../contract/index.ts';
import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, demoKeys, startTestServer } from '../testing/test-server.ts';
import { readBody } from './body.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

const jane = { name: 'Jane Doe', email: 'jane@example.com' };
const padding = (bytes: number): string => JSON.stringify({ name: 'x'.repeat(bytes - '{"name":""}'.length) });

function badRequest(message: string): object {
  return { status: 400, body: { error: { code: 'BAD_REQUEST', message: expect.stringContaining(message) } } };
}

describe('a body', () => {
  it.each<[string, Question, string]>([
    ['that is missing', {}, 'Content-Type'],
    ['that is empty', { body: '' }, 'empty'],
    ['that is malformed', { body: '{"name":' }, 'JSON'],
    ['that is an array', { body: [jane] }, 'must be a JSON object'],
    ['that is a string', { body: '"x"' }, 'must be a JSON object'],
    ['that is null', { body: 'null' }, 'must be a JSON object'],
    ['with a byte order mark', { body: `\uFEFF${JSON.stringify(jane)}` }, 'byte order mark'],
    ['that is not UTF-8', { body: Buffer.from('{"name":"é"}', 'latin1') }, 'UTF-8'],
    ['with a duplicate key', { body: '{"name":"a","name":"b"}' }, 'twice'],
    ['with a key __proto__', { body: '{"__proto__":{}}' }, '__proto__'],
    ['with a number out of range', { body: '{"age":1e400}' }, 'out of range'],
    ['nested too deeply', { body: `${'['.repeat(21)}${']'.repeat(21)}` }, 'deeper than 20'],
    ['that is larger than 1 MiB', { body: padding(1024 * 1024 + 1) }, '1 MiB'],
    ['that is a hundred times larger', { body: 'x'.repeat(100 * 1024 * 1024) }, '1 MiB'],
    ['that is plain text', { body: jane, headers: { 'content-type': 'text/plain' } }, 'Content-Type'],
    [
      'that is a form',
      { body: 'name=Jane', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'Content-Type',
    ],
    ['of some other JSON type', { body: jane, headers: { 'content-type': 'application/ld+json' } }, 'Content-Type'],
    ['of an invalid type', { body: jane, headers: { 'content-type': 'json' } }, 'Content-Type'],
    ['of an empty type', { body: jane, headers: { 'content-type': '' } }, 'Content-Type'],
    ['of two types', { body: jane, headers: { 'content-type': ['application/json', 'text/plain'] } }, 'Content-Type'],
    [
      'in another charset',
      { body: jane, headers: { 'content-type': 'application/json; charset=latin1' } },
      'Content-Type',
    ],
    ['that is compressed', { body: jane, headers: { 'content-encoding': 'gzip' } }, 'Content-Encoding'],
  ])('%s is rejected, and nothing is stored', async (_title, question, message) => {
    const before = await ask(server);
    for (const [method, path] of [
      ['POST', '/Customer'],
      ['PUT', '/Customer/1'],
    ] as const) {
      expect(await ask(server, { method, path, ...question })).toMatchObject(badRequest(message));
    }
    expect(await ask(server)).toMatchObject({ body: before.body });
  });

  it('can be up to 1 MiB long', async () => {
    expect(await ask(server, { method: 'POST', body: padding(1024 * 1024) })).toMatchObject({ status: 422 });
  });

  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('may have the type %s', async (type) => {
    const question = { method: 'POST', body: {}, headers: { 'content-type': type, 'content-encoding': 'identity' } };
    expect(await ask(server, question)).toMatchObject({ status: 422 });
  });

  it('is ignored if the operation takes none', async () => {
    const body = '{"no JSON';
    expect(await ask(server, { method: 'GET', path: '/Customer/1', body })).toMatchObject({ status: 200 });
    expect(await ask(server, { method: 'DELETE', path: '/LineItem/1', body })).toMatchObject({ status: 204 });
  });

  it('that is too large leaves the connection open, so that no reset overtakes the response', async () => {
    const answer = await ask(server, { method: 'POST', body: padding(1024 * 1024 + 1) });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.headers.connection).not.toBe('close');
  });

  it('that is too large still gets 401 without a key, and 403 with a read-only key', async () => {
    const body = 'x'.repeat(8 * 1024 * 1024);
    expect(await ask(server, { method: 'POST', key: null, body })).toMatchObject({ status: 401 });
    expect(await ask(server, { method: 'POST', key: demoKeys.readOnly, body })).toMatchObject({ status: 403 });
  });
});

describe('a batch', () => {
  const bulk = contract.operationIds.map((id) => contract.operations[id]).filter(({ path }) => path.endsWith('/bulk'));
  const askBulk = (method: string, body: unknown) => ask(server, { method, path: '/Customer/bulk', body });

  it('of 0 or more than 100 items is rejected, and nothing is stored', async () => {
    const before = await ask(server);
    for (const { method } of bulk) {
      expect(await askBulk(method, [])).toMatchObject(badRequest('1 to 100 items; it has 0'));
      expect(await askBulk(method, Array(101).fill({ id: 1, ...jane }))).toMatchObject(badRequest('it has 101'));
      expect(await askBulk(method, { 0: jane })).toMatchObject(badRequest('must be a JSON array'));
    }
    expect(await ask(server)).toMatchObject({ body: before.body });
  });

  it.each<[string, unknown[], string]>([
    ['POST', [jane, 'x'], 'Item 1 of the body must be a JSON object'],
    ['POST', [jane, null], 'Item 1'],
    ['POST', [[]], 'Item 0'],
    ['PUT', [{ id: 1, age: 99 }, { name: 'no id' }], 'Item 1 of the body must be a JSON object with the id'],
    ['PUT', [{ id: '1' }], 'Item 0'],
    ['PUT', [{ id: 1.5 }], 'Item 0'],
    ['PUT', [{ id: 2 ** 53 }], 'Item 0'],
    ['PUT', [1], 'Item 0'],
    ['DELETE', [3, '3'], 'Item 1 of the body must be the id of a record'],
    ['DELETE', [3, { id: 3 }], 'Item 1'],
    ['DELETE', [3, null], 'Item 1'],
  ])('%s %j is rejected as a whole: the error names the item, and nothing is stored', async (method, body, message) => {
    const before = await ask(server);
    expect(await askBulk(method, body)).toMatchObject(badRequest(message));
    expect(await ask(server)).toMatchObject({ body: before.body });
  });
});

describe('readBody', () => {
  const text = '{"name":"é"}';
  const bytes = Buffer.from(`[${text}]`);
  // In jsdom, Node's buffers are of another realm than the code under test.
  const foreign = runInNewContext('({ Uint8Array, DataView, ArrayBuffer })');
  const copy: ArrayBuffer = new foreign.ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);

  it.each<[string, unknown]>([
    ['a Buffer', bytes.subarray(1, -1)],
    ['a Uint8Array', new Uint8Array(bytes).subarray(1, -1)],
    ['a Uint8Array of another realm', new foreign.Uint8Array(copy, 1, bytes.length - 2)],
    [
      'a Uint8Array of another realm over a buffer of this one',
      new foreign.Uint8Array(new Uint8Array(bytes).buffer, 1, bytes.length - 2),
    ],
    ['a DataView of another realm', new foreign.DataView(copy, 1, bytes.length - 2)],
  ])('reads %s', (_title, body) => {
    expect(readBody(body)).toEqual(JSON.parse(text));
  });

  it.each([undefined, null, text])('treats %j as empty', (body) => {
    expect(() => readBody(body)).toThrow('The body is empty');
  });
});
