import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startBent } from './hostile-level/bent-server.ts';
import { startReference } from './hostile-level/verify-hostile.ts';
import { runCommand } from './run-command.ts';
import type { Outputs } from './verify-outputs.ts';
import { verifyOutputs } from './verify-outputs.ts';

const keys = {
  readWrite: 'sk_live_Rw/7vQm2Lx9+TzKd4Wn=',
  readOnly: 'sk_live_Ro-5bNc8Yh1_GfPs6Je.',
  expired: 'sk_live_Ex~3uVa0Ki7/MqZr2Db',
  revoked: 'sk_live_Rv+9wXg4Ot6-HyBl1Fc',
  otherWorkspace: 'sk_live_Ow_8jSk5Ep3.CiUa7Nm',
} as const;
const secrets = [...Object.values(keys), 'sk_live_Rs=2dGt6Qy9/ZoVh4Xk', 'open-sesame+7Lw/3Rb'];

const each = (key: string, change: (code: number) => string): string =>
  [...key].map((character) => change(character.charCodeAt(0))).join('');
const hex = (code: number, length: number): string => code.toString(16).padStart(length, '0');

/** How a server may write a key that it repeats. */
const encodings: Readonly<Record<string, (key: string) => string>> = {
  'as sent': (key) => key,
  'in lower case': (key) => key.toLowerCase(),
  'with JSON escapes': (key) => each(key, (code) => `\\u${hex(code, 4)}`),
  'with escaped slashes': (key) => key.replaceAll('/', '\\/'),
  'percent-encoded': (key) => each(key, (code) => `%${hex(code, 2)}`),
  'percent-encoded twice': (key) => each(key, (code) => `%25${hex(code, 2)}`),
  'as references of HTML': (key) => each(key, (code) => `&#${code};`),
  'as hexadecimal references': (key) => each(key, (code) => `&#x${hex(code, 2)};`),
  'as quoted-printable': (key) => each(key, (code) => `=${hex(code, 2).toUpperCase()}`),
  'in base64': (key) => Buffer.from(`user:${key}`).toString('base64'),
  'in base64url': (key) => Buffer.from(`me:${key}`).toString('base64url'),
  'in hexadecimal': (key) => Buffer.from(key).toString('hex'),
};
/** Every key in every encoding. */
const encoded = secrets.flatMap((secret) => Object.values(encodings).map((encode) => encode(secret)));

let answered = 0;

/** Repeats every key, in one encoding after the other: in names and values of the body and the headers, in the id, and in a location. */
const echo: RequestListener = (request, response) => {
  const answer = (sent: string): void => {
    const encode = Object.values(encodings)[(answered += 1) % Object.keys(encodings).length] ?? String;
    const all = secrets.map(encode);
    for (const [index, value] of all.filter((each) => /^[\w.~+%=-]+$/.test(each)).entries())
      response.setHeader(`x-${value.replaceAll('=', '')}${index % 3 === 0 ? '' : '-id'}`, value);
    response.setHeader('location', `https://user:${encodeURIComponent(keys.readWrite)}@example.com/${all.join('/')}`);
    response.setHeader('content-type', 'application/json');
    const { method, url = '' } = request;
    const named = Object.fromEntries(all.map((name) => [name, 1]));
    if (method === 'GET' && /\/[A-Z]\w+(\?|$)/.test(url)) {
      const meta = { page: 0, size: 20, totalElements: 20, totalPages: 1 };
      response.end(JSON.stringify({ data: all.map((id) => ({ id, ...named })), meta }));
    } else if (method === 'POST') {
      response.statusCode = 201;
      response.end(`{"data":{"id":${JSON.stringify(all[answered % all.length])},"sent":${JSON.stringify(sent)}}}`);
    } else {
      response.statusCode = 404;
      const details = all.map((field) => ({ field, message: field }));
      response.end(JSON.stringify({ error: { code: all[0], message: `${url} ${all.join()}`, details }, ...named }));
    }
  };
  // At the level hostile, some bodies end too early.
  text(request).then(answer, () => response.destroy());
};

/** Answers with what is not HTTP, and contains every key. */
const noHttp = createRawServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', () => socket.end(`${keys.readWrite} ${encoded.slice(0, 3).join(' ')}\r\n\r\n`));
});

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  server = createServer({ maxHeaderSize: 65_536 }, echo);
  for (const each of [server, noHttp]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  noHttp.close();
  rmSync(folder, { recursive: true });
});

function outputsOf(listening: Pick<Server, 'address'>, words: readonly string[] = []) {
  const restricted = { workspace: 'archive', key: secrets[5], mode: 'read-only' };
  const header = ['--header', `X-Api-Key: ${secrets[6]}`];
  return verifyOutputs(folder, listening, { changes: { keys, restricted }, words: [...header, ...words] });
}

/** Returns the keys that a text contains, as sent or in an encoding, even if the text is escaped for its format. */
function keysIn(output: string): readonly string[] {
  const lower = output.toLowerCase();
  const forms = encoded.flatMap((form) => [
    form,
    JSON.stringify(form).slice(1, -1),
    form.replaceAll('&', '&amp;'),
    form.replaceAll('\\', '\\\\\\\\'),
    form.replace(/[^\w]/g, (character) => `&#${character.charCodeAt(0)};`),
  ]);
  const parts = secrets.flatMap((secret) => [secret.slice(8, 20), secret.slice(-12)]);
  return [...forms, ...parts].filter((form) => lower.includes(form.toLowerCase()));
}

describe('a server that repeats every key in twelve encodings', () => {
  it.each(['documented', 'hostile'])(
    'finds none in any output, at the level %s',
    async (level) => {
      const { outputs, code } = await outputsOf(server, ['--level', level, '--timeout', '2000']);
      for (const [name, output] of Object.entries(outputs))
        expect({ name, keys: keysIn(output) }).toEqual({ name, keys: [] });
      expect(outputs.json).toContain('$READ_WRITE_KEY');
      expect(outputs.stdout).toContain('$REVOKED_KEY');
      expect(code).toBe(1);
    },
    120_000,
  );
});

/** Keys of the demo, by the words that a server with keys in its code may have instead. */
const words = {
  'read-write': 'sk_live_demo_read_write',
  readOnlyKey: 'sk_live_demo_read_only',
  expired: 'sk_live_demo_expired',
  invalid: 'sk_live_demo_revoked',
  wrongWorkspace: 'sk_live_demo_inventory',
  restricted: 'sk_live_demo_archive',
} as const;

/** Verifies a server that knows other keys than the reference server, and repeats each that it refuses. */
async function outputsWithKeys(demoKeys: Readonly<Record<string, string>>): Promise<Outputs & { known: string }> {
  const reference = await startReference();
  const bent = await startBent(reference.url, async (asked, pass) => {
    const { authorization = '' } = asked.headers;
    const key = authorization.replace(/^Bearer /, '');
    const own = Object.hasOwn(demoKeys, key) ? `Bearer ${demoKeys[key]}` : authorization;
    const answer = await pass({ ...asked, headers: { ...asked.headers, authorization: own } });
    if (answer.status !== 401 || key === '') return answer;
    const repeated = `(key ${key}, '${key}', ${Buffer.from(key).toString('hex')}) `;
    const body = answer.body.replace(/("message":")/, `$1${repeated}`).replace('UNAUTHORIZED', `UNAUTHORIZED ${key}`);
    const { 'content-length': _length, ...headers } = answer.headers;
    return { ...answer, headers: { ...headers, 'x-key': key }, body };
  });
  try {
    const [readWrite, readOnly, expired, revoked, otherWorkspace, archive] = Object.keys(demoKeys);
    const changes = {
      keys: { readWrite, readOnly, expired, revoked, otherWorkspace },
      restricted: { workspace: 'archive', key: archive, mode: 'read-only' },
    };
    const { port } = new URL(bent.url);
    const place = { address: () => ({ port: Number(port), family: 'IPv4', address: '127.0.0.1' }) };
    const options = ['--level', 'documented', '--concurrency', '1', '--write-known', 'known.json'];
    const { outputs, code } = await verifyOutputs(folder, place, { changes, words: options });
    expect(code).toBe(0);
    return { ...outputs, known: readFileSync(join(folder, 'known.json'), 'utf8') };
  } finally {
    await bent.close();
    await reference.close();
  }
}

it('reports the same for keys that are words of the reports as for other keys, in every output', async () => {
  // Two runs differ in their digits, and in their request ids, which may start with eight letters.
  const varying = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]*\d[\da-f-]*/g;
  const alike = (outputs: object): unknown => JSON.parse(JSON.stringify(outputs).replace(varying, '#'));
  const others = Object.fromEntries(
    Object.values(words).map((key, index) => [`qz-key/${'ghijkl'.charAt(index)}`, key]),
  );
  const [withWords, withOthers] = [await outputsWithKeys(words), await outputsWithKeys(others)];
  expect(alike(withWords)).toEqual(alike(withOthers));
  expect(withWords.known).toContain('message:listRecords.expiredApiKey.');
  expect(withWords.stdout).toContain('$EXPIRED_KEY');
}, 120_000);

it('finds no key in the message of a run that gives up, although the server repeats keys in what is not HTTP', async () => {
  const { outputs, code } = await outputsOf(noHttp);
  for (const [name, output] of Object.entries(outputs))
    expect({ name, keys: keysIn(output) }).toEqual({ name, keys: [] });
  expect(outputs.stderr).not.toBe('');
  expect(code).toBe(2);
});

it.each([
  'https://user:hunter2@example.com?x',
  'https://example.com?api_key=hunter2',
  'user:hunter2@example.com',
  'htps://user:hunter2@x',
])('finds no password in the refusal of a URL: %s', async (url) => {
  const { stdout, stderr, code } = await runCommand(['verify', '--url', url]);
  expect(stderr).toMatch(/^--url /);
  expect(stdout + stderr).not.toContain('hunter2');
  expect(code).toBe(2);
});
