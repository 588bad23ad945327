import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const PLUGINS = new URL('../src/plugins/index.ts', import.meta.url).href;

/** What applications use besides a framework. Each sets headers that a failure must keep. */
const dependencies = {
  '@fastify/cookie': '11',
  '@fastify/cors': '11',
  '@fastify/helmet': '13',
  '@fastify/session': '11',
  cors: '2',
  'express-session': '1',
  express4: 'npm:express@4',
  express5: 'npm:express@5',
  fastify: '5',
  helmet: '8',
};

const origin = "{ origin: 'https://app.example', credentials: true }";
const ask = `const failing = async (url) => {
  const responses = await Promise.all(['/undefined', '/undefined/7', '/upstream'].map((path) => fetch(url + path)));
  console.log(JSON.stringify(await Promise.all(responses.map(async (response) =>
    [response.status, Object.fromEntries(response.headers), await response.json()]))));
  process.exit();
};`;

const express = (name: string): string => `import { once } from 'node:events';
import { contractMiddleware } from '${PLUGINS}';
import cors from 'cors';
import express from '${name}';
import session from 'express-session';
import helmet from 'helmet';
${ask}
const contract = contractMiddleware({ onUnexpected: () => undefined });
const app = express();
app.use(contract.first, helmet(), cors(${origin}), session({ secret: 'x', resave: false, saveUninitialized: true }));
app.get('/undefined', () => { throw undefined; });
app.param('id', () => { throw undefined; });
app.get('/undefined/:id', (request, response) => response.json({}));
app.get('/upstream', (request, response) => {
  response.set('cache-control', 'public');
  throw Object.assign(new Error('secret'), { status: 401 });
});
app.use(...contract.last);
const server = app.listen(0);
contract.guard(server);
await once(server, 'listening');
await failing('http://127.0.0.1:' + server.address().port);
`;

const applications: Readonly<Record<string, string>> = {
  'Express 4': express('express4'),
  'Express 5': express('express5'),
  'Fastify 5': `import { contractOptions, contractPlugin } from '${PLUGINS}';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import session from '@fastify/session';
import { fastify } from 'fastify';
${ask}
const app = fastify(contractOptions);
app.register(contractPlugin, { onUnexpected: () => undefined });
app.register(helmet).register(cors, ${origin}).register(cookie);
app.register(session, { secret: 'x'.repeat(32), cookie: { secure: false } });
app.get('/undefined', { preHandler: () => { throw undefined; } }, async () => 'never');
app.get('/undefined/:id', async () => { throw undefined; });
app.get('/upstream', async (request, reply) => {
  reply.header('cache-control', 'public');
  throw Object.assign(new Error('secret'), { status: 401 });
});
await failing(await app.listen({ port: 0 }));
`,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plugins-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await run('npm', words, { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(Object.entries(applications))('a failure of an application on %s', (name, code) => {
  it('keeps the headers of helmet, CORS and a session, and none about the body that was not sent', async () => {
    const file = join(folder, `${name.replace(' ', '-')}.mjs`);
    await writeFile(file, code);
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', file], { cwd: folder });
    const answers: readonly (readonly [number, Record<string, string>, unknown])[] = JSON.parse(stdout);
    expect(answers).toHaveLength(3);
    for (const [status, headers, body] of answers) {
      expect([status, body]).toMatchObject([500, { error: { code: 'INTERNAL_ERROR' } }]);
      expect(headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example',
        'content-security-policy': expect.stringContaining('default-src'),
        'strict-transport-security': expect.stringContaining('max-age'),
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('cache-control');
    }
    expect(answers.some(([, headers]) => 'set-cookie' in headers)).toBe(true);
  });
});
