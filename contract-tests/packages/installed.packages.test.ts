import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ReadmeJob } from './readme-jobs.ts';
import { readmeJobs } from './readme-jobs.ts';
import type { Node } from './project.ts';
import { manifestOf, nodes, packageNames, project, tarball } from './project.ts';
import type { Installation } from './run-in.ts';
import { runIn } from './run-in.ts';

/** What an installation may bring at most, in packages and megabytes: a little more than it brings today. */
const limits: Readonly<Record<string, { readonly packages: number; readonly megabytes: number }>> = {
  'workspace-api-client': { packages: 3, megabytes: 4 },
  'workspace-api-contract': { packages: 12, megabytes: 11 },
  'workspace-api-mock': { packages: 165, megabytes: 52 },
  'workspace-api-plugins': { packages: 1, megabytes: 0.5 },
  'workspace-api-server': { packages: 71, megabytes: 19 },
};

/** Where each package runs: on the oldest version of Node that it accepts, on that of the next major version, and on the newest. */
const runsOn: Readonly<Record<string, readonly Node[]>> = {
  'workspace-api-client': ['20.3.0', '22.16.0', 'current'],
  'workspace-api-contract': ['22.21.0', 'current'],
  'workspace-api-mock': ['24.14.0', 'current'],
  'workspace-api-plugins': ['20.19.0', '22.16.0', 'current'],
  'workspace-api-server': ['22.16.0', 'current'],
};

/** The commands of packages. */
const bins: Readonly<Record<string, string>> = {
  'workspace-api-contract': 'workspace-api',
  'workspace-api-mock': 'workspace-api-mock',
  'workspace-api-server': 'workspace-api-server',
};

let folder: string;
const placeOf = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installed-'));
  const versions = Object.entries(nodes).map(([version, name]) => [`node-${version}`, name]);
  await Promise.all([
    project(join(folder, 'nodes'), Object.fromEntries(versions)),
    ...packageNames.map((name) => project(placeOf(name), { [name]: `file:${tarball(name)}` })),
  ]);
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

const installation = (name: string, node: Node): Installation => ({
  place: placeOf(name),
  node: node === 'current' ? process.execPath : join(folder, `nodes/node_modules/node-${node}/bin/node`),
});

describe.each(packageNames)('%s, installed by npm in an empty folder', (name) => {
  it('brings few packages, few megabytes and no install script', async () => {
    const files = await readdir(join(placeOf(name), 'node_modules'), { recursive: true });
    const manifests = files.filter((file) => /(^|node_modules\/)(@[^/]+\/)?[^/@.]+\/package[.]json$/.test(file));
    const sizes = await Promise.all(files.map(async (file) => stat(join(placeOf(name), 'node_modules', file))));
    const bytes = sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
    const scripts = await Promise.all(
      manifests.map((file) => installScripts(join(placeOf(name), 'node_modules', file))),
    );
    expect(scripts.flat()).toEqual([]);
    expect(files.filter((file) => file.endsWith('/binding.gyp'))).toEqual([]);
    const { packages = 0, megabytes = 0 } = limits[name] ?? {};
    expect(manifests.length).toBeLessThanOrEqual(packages);
    expect(bytes / 1e6).toBeLessThanOrEqual(megabytes);
    // A limit that is far away holds nothing.
    expect(manifests.length).toBeGreaterThan(packages * 0.8);
    expect(bytes / 1e6).toBeGreaterThan(megabytes * 0.6);
  });

  it('is tested on the oldest version of Node that it accepts', () => {
    const [oldest = ''] = /\d+(?:[.]\d+)*/.exec(manifestOf(name).engines.node) ?? [];
    expect(runsOn[name]?.[0]).toMatch(new RegExp(`^${oldest.replaceAll('.', '[.]')}`));
  });

  it.each(runsOn[name] ?? [])('does its job by its README on Node %s', async (node) => {
    await job(name)(installation(name, node));
  });
});

it('verifies under the name of the package, by npx and without being installed in a project', async () => {
  const place = join(folder, 'no-project');
  await mkdir(place);
  // The registry does not have the package, so npx gets its tarball.
  const command = `npx --yes --package ${tarball('workspace-api-contract')} workspace-api-contract verify --dry-run --url http://a.test`;
  const ended = await runIn({ place, node: process.execPath }, command);
  expect(ended).toEqual({ code: 0, stdout: expect.stringMatching(/would send \d+ cases/), stderr: '' });
  expect(await readdir(place)).toEqual([]);
});

function job(name: string): ReadmeJob {
  const found = readmeJobs[name];
  if (found === undefined) throw new Error(`contract-tests/packages/readme-jobs.ts does not run the README of ${name}`);
  return found;
}

describe.each(Object.entries(bins))('the command of %s', (name, bin) => {
  const older = (['20.19.0', '22.16.0'] as const).filter((node) => !runsOn[name]?.includes(node));

  it.each(older)('reports on Node %s in one line that it is too old', async (node) => {
    const { code, stdout, stderr } = await runIn(installation(name, node), `node node_modules/.bin/${bin} --help`);
    const [oldest = ''] = /\d[\d.]+/.exec(manifestOf(name).engines.node) ?? [];
    const line = new RegExp(`^This is Node v${node}, and ${name} needs ${oldest} or [^\\n]*\\n$`);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(line) });
  });

  it.each(older)('and so does its import on Node %s', async (node) => {
    const { code, stderr } = await runIn(installation(name, node), `node --input-type=module -e "import '${name}'"`);
    expect(code).toBe(1);
    expect(stderr).toContain(`Error: This is Node v${node}, and ${name} needs `);
  });
});

async function installScripts(file: string): Promise<readonly string[]> {
  const { name, scripts = {} } = JSON.parse(await readFile(file, 'utf8'));
  return ['preinstall', 'install', 'postinstall'].filter((each) => each in scripts).map((each) => `${name}: ${each}`);
}
