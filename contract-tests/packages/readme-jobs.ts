import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { expect } from '@jest/globals';

import { contract } from '../../src/contract/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { startServer } from '../../src/server/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import { npm, readmeBlocks } from './project.ts';
import type { Installation } from './run-in.ts';
import { runIn, startIn } from './run-in.ts';

/** Runs everything that a package's README shows, in an installation of the package, and checks what it does. */
export type ReadmeJob = (installation: Installation) => Promise<void>;

/** The jobs of all packages, by name. */
export const readmeJobs: Readonly<Record<string, ReadmeJob>> = {
  'workspace-api-client': async (installation) => {
    const [snippet = ''] = readmeBlocks('workspace-api-client', 'ts');
    const mock = await startMock({ port: 0 });
    try {
      const code = snippet.replace('http://127.0.0.1:4010/api/v1', mock.url);
      expect(await runSnippet(installation, code)).toBe("[ 'must be a valid email address' ]\n");
    } finally {
      await mock.close();
    }
  },

  'workspace-api-contract': async (installation) => {
    const [findOut = '', verify = '', explain = ''] = commandsOf('workspace-api-contract');
    const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
    try {
      const target = { ...demoTarget(server.url, { faults: true }), baseUrl: undefined };
      await writeFile(join(installation.place, 'target.json'), JSON.stringify(target));
      const onServer = (line: string): string => line.replace('https://staging.example.com/api/v1', server.url);
      const first = await runIn(installation, onServer(findOut));
      expect(first).toMatchObject({ code: 1, stdout: expect.stringContaining('keys.readWrite') });
      const second = await runIn(installation, onServer(verify));
      expect(second).toEqual({
        code: 0,
        stdout: expect.stringMatching(/\nPASSED {2}137 cases passed, 0 failed/),
        stderr: expect.stringMatching(/^Dredd is not installed [^\n]*npm install -D dredd\)\n$/),
      });
      expect(existsSync(join(installation.place, 'report.xml'))).toBe(true);
    } finally {
      await server.close();
    }
    expect(await requestsThroughProxy(installation, verify)).toBeGreaterThan(0);
    expect(await runIn(installation, explain)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Expired API key'),
    });
    const missing = await runIn(installation, 'npx workspace-api-contract verify');
    expect(missing).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^[^\n]*npm install -D workspace-api-server\n$/),
    });
    for (const command of ['mock', 'serve', 'admin']) {
      const line = expect.stringMatching(
        /^To [^\n]*, install the package workspace-api-\w+ [^\n]*: npm install -D workspace-api-\w+\n$/,
      );
      expect(await runIn(installation, `npx workspace-api-contract ${command}`)).toEqual({
        code: 2,
        stdout: '',
        stderr: line,
      });
    }
  },

  'workspace-api-mock': async (installation) => {
    const [start = '', expired = '', missing = ''] = commandsOf('workspace-api-mock');
    const mock = await startIn({ ...installation, environment: { PORT: '0' } }, start);
    const { host } = new URL(mock.url);
    for (const [line, status] of [
      [expired, '401'],
      [missing, '404'],
    ] as const)
      expect((await runIn(installation, line.replace('127.0.0.1:4010', host))).stdout).toContain(`HTTP/1.1 ${status} `);
    const [page, ...resources] = await resourcesOf(`http://${host}`);
    expect(page).toMatchObject({ status: 200 });
    expect(resources.length).toBeGreaterThan(5);
    expect(resources.filter(({ status }) => status !== 200)).toEqual([]);
    await mock.stop();
    const [snippet = ''] = readmeBlocks('workspace-api-mock', 'js');
    expect(await runSnippet(installation, snippet)).toBe('404 Record not found: 404\n');
  },

  'workspace-api-plugins': async (installation) => {
    await npm(installation.place, 'install', '--no-save', 'fastify@5', 'express@5');
    const [onFastify = '', onExpress = ''] = readmeBlocks('workspace-api-plugins', 'js');
    const listening = 'function () { console.log(`http://127.0.0.1:${this.address().port}/`); }';
    const applications = [
      onFastify
        .replace('port: 3000', 'port: 0')
        .concat('console.log(`http://127.0.0.1:${app.server.address().port}/`);'),
      onExpress.replace('app.listen(3000)', `app.listen(0, ${listening})`),
    ];
    for (const code of applications) {
      await writeFile(join(installation.place, 'main.mjs'), code);
      const application = await startIn(installation, 'node main.mjs');
      const responses = await Promise.all(['Customer/7', 'nowhere'].map((path) => fetch(application.url + path)));
      const errors = await Promise.all(responses.map(async (response) => (await response.json()).error.code));
      await application.stop();
      expect(errors).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
  },

  'workspace-api-server': async (installation) => {
    const [serve = '', serveFile = '', list = ''] = commandsOf('workspace-api-server');
    for (const line of [serve, serveFile]) {
      const server = await startIn({ ...installation, environment: { PORT: '0' } }, line);
      const response = await fetch(`${server.url}/acme-corp/sales/Customer`);
      await server.stop();
      expect(response.status).toBe(401);
      expect(server.text()).toContain('sk_live_demo_read_write');
    }
    expect(await runIn(installation, list)).toMatchObject({ code: 0, stdout: expect.stringContaining('readWrite') });
    await rm(join(installation.place, 'workspace.db'));
    const [snippet = ''] = readmeBlocks('workspace-api-server', 'js');
    expect(await runSnippet(installation, snippet)).toBe(`401 ${contract.scenarios.expiredApiKey.template}\n`);
  },
};

/** Runs a command whose server only a proxy reaches, and returns how many requests the proxy got. Node does that since 22.21 and 24.5. */
async function requestsThroughProxy(installation: Installation, command: string): Promise<number> {
  let requests = 0;
  const proxy = createServer((_request, response) => {
    requests += 1;
    // Not a gateway's own failure, which the verifier would wait for.
    response.writeHead(404, { 'content-type': 'text/plain' }).end('no such host');
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const environment = { HTTPS_PROXY: `http://127.0.0.1:${port}`, HTTP_PROXY: `http://127.0.0.1:${port}` };
  try {
    await runIn({ ...installation, environment }, command.replace('https://', 'http://'));
  } finally {
    proxy.close();
  }
  return requests;
}

/** Returns the commands that a README shows, without that which installs the package. */
function commandsOf(name: string): readonly string[] {
  const lines = readmeBlocks(name, 'sh').flatMap((block) => block.trim().split('\n'));
  return lines.filter((line) => !line.startsWith('npm install'));
}

async function runSnippet(installation: Installation, code: string): Promise<string> {
  await writeFile(join(installation.place, 'snippet.mjs'), code);
  const { code: exit, stdout, stderr } = await runIn(installation, 'node snippet.mjs');
  expect({ exit, stderr: stderr.replace(/^.*(SQLite is an experimental|--trace-warnings).*\n/gm, '') }).toEqual({
    exit: 0,
    stderr: '',
  });
  return stdout;
}

/** Requests the mock's pages and every resource that they name. */
async function resourcesOf(origin: string): Promise<readonly { readonly path: string; readonly status: number }[]> {
  const request = async (path: string) => {
    const response = await fetch(origin + path);
    return { path, status: response.status, text: await response.text() };
  };
  const pages = await Promise.all(['/', '/_page/reference'].map(request));
  const named = pages.flatMap(({ text }) => [...text.matchAll(/"(\/_page\/[^"]+)"/g)].map(([, path = '']) => path));
  return [...pages, ...(await Promise.all(named.map(request)))];
}
