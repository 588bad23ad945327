import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { npm, packageNames, project, tarball } from './project.ts';
import type { Installation } from './run-in.ts';
import { runIn, startIn } from './run-in.ts';

/** Package managers that let a package load only what its package.json lists. `npm` is tested with each package alone. */
const managers = {
  pnpm: { version: 'pnpm@12.21.0', install: 'pnpm install', run: 'pnpm exec', packages: packageNames },
  // Without the mock, whose 150 packages of other people take most of the time.
  yarn: {
    version: '@yarnpkg/cli-dist@4.18.1',
    install: 'yarn install',
    run: 'yarn',
    packages: packageNames.filter((name) => name !== 'workspace-api-mock'),
  },
} as const;

let folder: string;
let where: Installation;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'managers-'));
  await project(join(folder, 'managers'), {});
  await npm(
    join(folder, 'managers'),
    'install',
    '--ignore-scripts',
    ...Object.values(managers).map((each) => each.version),
  );
  const bin = join(folder, 'managers/node_modules/.bin');
  // What they keep for other projects stays in the folder, and yarn creates its lockfile although CI is set.
  const environment = {
    PATH: `${join(process.execPath, '..')}:${bin}:${process.env.PATH}`,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    YARN_ENABLE_GLOBAL_CACHE: '0',
    YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
    YARN_ENABLE_TELEMETRY: '0',
    // A busy machine or registry can be slow.
    YARN_HTTP_RETRY: '10',
    YARN_HTTP_TIMEOUT: '120000',
  };
  where = { place: folder, node: process.execPath, environment };
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe.each(Object.entries(managers))('the packages, installed by %s', (name, { install, run, packages }) => {
  const inProject = (): Installation => ({ ...where, place: join(folder, name) });

  beforeAll(async () => {
    const { place } = inProject();
    await mkdir(place);
    for (const each of packages) await copyFile(tarball(each), join(place, basename(tarball(each))));
    const dependencies = Object.fromEntries(packages.map((each) => [each, `file:./${basename(tarball(each))}`]));
    await writeFile(
      join(place, 'package.json'),
      JSON.stringify({ name: 'a-project', private: true, type: 'module', dependencies }),
    );
    await writeFile(join(place, 'yarn.lock'), '');
    const installed = await runIn(inProject(), install);
    if (installed.code !== 0) throw new Error(`${install} failed: ${installed.stdout}${installed.stderr}`);
  }, 120_000);

  it('verify the reference server, which is in another package', async () => {
    const ended = await runIn(inProject(), `${run} workspace-api verify`);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nPASSED {2}137 cases passed, 0 failed/) });
  });

  it('start the mock and the server, by their own commands and by `workspace-api`', async () => {
    const commands = [
      'workspace-api mock',
      'workspace-api serve',
      'workspace-api-mock',
      'workspace-api-server serve',
    ].filter((command) => packages.includes('workspace-api-mock') || !command.includes('mock'));
    for (const command of commands) {
      const started = await startIn(inProject(), `${run} ${command} --port 0`);
      const response = await fetch(`${started.url}/acme-corp/sales/Customer`);
      await started.stop();
      expect([command, response.status]).toEqual([command, 401]);
    }
  });

  it('load the client and the plugins, although no framework is installed', async () => {
    const code = `import { createClient } from 'workspace-api-client';
import { contractMiddleware } from 'workspace-api-plugins/express';
import { contractOptions } from 'workspace-api-plugins/fastify';
console.log(typeof createClient, typeof contractMiddleware, typeof contractOptions);`;
    await writeFile(join(inProject().place, 'load.mjs'), code);
    const ended = await runIn(inProject(), name === 'yarn' ? 'yarn node load.mjs' : 'node load.mjs');
    expect(ended).toMatchObject({ code: 0, stdout: 'function function object\n' });
  });
});
