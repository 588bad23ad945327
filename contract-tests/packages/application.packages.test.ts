import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { project, tarball } from './project.ts';

const run = promisify(execFile);
const resolutions = { bundler: 'esnext', nodenext: 'nodenext' };

describe('workspace-api-plugins and workspace-api-contract, in an application', () => {
  let place: string;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'application-'));
    await project(place, {
      'workspace-api-contract': `file:${tarball('workspace-api-contract')}`,
      'workspace-api-plugins': `file:${tarball('workspace-api-plugins')}`,
      '@types/express': '5.0.6',
      '@types/node': '24.19.2',
      express: '5.3.0',
      'express-4': 'npm:express@^4.21.0',
      fastify: '5.12.8',
      'fastify-first': 'npm:fastify@5.0.0',
      typescript: '5.9.3',
    });
  }, 180_000);
  afterAll(() => rm(place, { recursive: true }));

  it('conforms to the contract on every supported Express and Fastify version', async () => {
    await writeFile(
      join(place, 'main.js'),
      `import { once } from 'node:events';
import express from 'express';
import express4 from 'express-4';
import { fastify } from 'fastify';
import { fastify as fastifyFirst } from 'fastify-first';
import { contractMiddleware, fail } from 'workspace-api-plugins/express';
import { contractOptions, contractPlugin, fail as failToo } from 'workspace-api-plugins/fastify';

async function onExpress(make) {
  const app = make();
  const contract = contractMiddleware({ onUnexpected: () => undefined });
  app.use(contract.first);
  app.use(make.json());
  app.get('/records/:id', ({ params }) => { throw fail('recordNotFound', params); });
  app.get('/bug', () => { throw new Error('secret'); });
  app.use(...contract.last);
  const server = app.listen(0, '127.0.0.1');
  contract.guard(server);
  await once(server, 'listening');
  return [server.address().port, () => server.close()];
}
async function onFastify(make) {
  const app = make(contractOptions);
  app.register(contractPlugin, { onUnexpected: () => undefined });
  app.get('/records/:id', async ({ params }) => { throw failToo('recordNotFound', params); });
  app.get('/bug', async () => { throw new Error('secret'); });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return [app.server.address().port, () => app.close()];
}
const results = [];
for (const [start, make] of [[onExpress, express], [onExpress, express4], [onFastify, fastify], [onFastify, fastifyFirst]]) {
  const [port, close] = await start(make);
  const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
  const answers = [];
  for (const [path, init] of [['records/7'], ['records/%zz'], ['nowhere'], ['bug'], ['nowhere', bad]]) {
    const response = await fetch('http://127.0.0.1:' + port + '/' + path, init);
    const { error } = await response.json();
    answers.push([response.status, error.code, response.headers.get('content-type')].join(' '));
  }
  results.push(answers);
  close();
}
console.log(JSON.stringify(results));
process.exit();
`,
    );
    const { stdout } = await run(process.execPath, [join(place, 'main.js')], { cwd: place });
    const answers = [
      '404 NOT_FOUND application/json',
      '400 BAD_REQUEST application/json',
      '404 NOT_FOUND application/json',
      '500 INTERNAL_ERROR application/json',
      '400 BAD_REQUEST application/json',
    ];
    expect(JSON.parse(stdout)).toEqual([answers, answers, answers, answers]);
  });

  it.each(Object.entries(resolutions))(
    'has types that applications compile with, with %s resolution',
    async (moduleResolution, module) => {
      await writeFile(
        join(place, 'types.ts'),
        `import express from 'express';
import { fastify } from 'fastify';
import type { Code, Envelope, ScenarioName } from 'workspace-api-contract';
import { fail, scenarios, toEnvelope } from 'workspace-api-contract';
import type { ContractMiddleware, ScenarioFailure } from 'workspace-api-plugins/express';
import { contractMiddleware } from 'workspace-api-plugins/express';
import { contractOptions, contractPlugin, validationFailure } from 'workspace-api-plugins/fastify';

const contract: ContractMiddleware = contractMiddleware({ onUnexpected: (error: unknown, { url }) => void [error, url] });
const app = express().use(contract.first).use(...contract.last);
contract.guard(app.listen(0));

fastify(contractOptions).register(contractPlugin, { onUnexpected: (error, request) => request.log.error(error) });
fastify({ ...contractOptions, logger: true }).register(contractPlugin);

const failure: ScenarioFailure = validationFailure([]);
const envelope: Envelope = toEnvelope(failure);
const code: Code = scenarios.recordNotFound.code;
const name: ScenarioName = failure.scenario;
// @ts-expect-error a scenario needs its values
fail('recordNotFound');
// @ts-expect-error onUnexpected is missing
contractMiddleware({});
export { code, envelope, name };
`,
      );
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2024',
        types: ['node'],
        strict: true,
        noEmit: true,
      };
      const config = join(place, `tsconfig.${moduleResolution}.json`);
      await writeFile(
        config,
        JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: ['types.ts'] }),
      );
      const compiled = run(process.execPath, [join(place, 'node_modules/typescript/bin/tsc'), '-p', config], {
        cwd: place,
      });
      await expect(compiled.catch(({ stdout }) => String(stdout))).resolves.toMatchObject({ stdout: '' });
    },
  );
});
